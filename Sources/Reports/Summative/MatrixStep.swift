/// What a cell of a conversion matrix says of its pupils: lower, the same or higher than before, against the standard.
public enum MatrixStep: String, Sendable, Hashable, CaseIterable {
    case lower
    case same
    case higher
}
