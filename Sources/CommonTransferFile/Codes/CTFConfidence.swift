/// How sure it is that the codes of an entry are the real ones.
public enum CTFConfidence: String, Sendable, Hashable {
    /// Read in a file, or in a service of the Department for Education.
    case confirmed
    /// Follows from confirmed codes by their pattern.
    case inferred
    /// Never written into a file that goes out.
    case guess
}
