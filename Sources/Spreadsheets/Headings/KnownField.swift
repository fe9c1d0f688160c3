/// A field that an import understands, and the headings that people give it.
public struct KnownField: Sendable, Hashable {
    /// The name the program uses, such as `upn` or `reading.paper1`.
    public let id: String
    /// The headings that mean it; compared after folding, so `Date of birth` also covers `DATE_OF_BIRTH`.
    public let names: [String]

    public init(id: String, names: [String]) {
        self.id = id
        self.names = names
    }
}
