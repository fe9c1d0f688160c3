public import Assessment

/// A school that uses this installation.
public struct School: Sendable, Hashable {
    public var id: Int64
    /// The current DfE number.
    public var dfe: DfENumber
    public var urn: URN?
    public var name: String
    /// The trust that the school belongs to, by name; nil for none.
    public var trust: String?
    /// Numbers that the school had before; files may still carry them.
    public var formerNumbers: [DfENumber]

    public init(
        id: Int64, dfe: DfENumber, urn: URN? = nil, name: String, trust: String? = nil, formerNumbers: [DfENumber] = []
    ) {
        self.id = id
        self.dfe = dfe
        self.urn = urn
        self.name = name
        self.trust = trust
        self.formerNumbers = formerNumbers
    }
}
