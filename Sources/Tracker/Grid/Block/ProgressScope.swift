/// Whose results are counted after a save.
public enum ProgressScope: Sendable, Hashable {
    /// The class of the pupils concerned; the year group where they are of several.
    case pupilsClass
    /// A class, or with nil the whole year group.
    case group(String?)
}
