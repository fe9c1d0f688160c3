/// What the address says about copying judgements forward: `?class=5/5 Kestrel&from=2026.autumn1&to=2026.autumn2`.
public struct CopyQuery: Hashable, Sendable {
    /// A year group, or a class of it after a stroke: `5`, `5/5 Kestrel`.
    public var group: String?
    /// Terms as `2026.autumn1`; nil for the last one and the one before it.
    public var from: String?
    public var to: String?
    /// nil for every subject that the school judges.
    public var subject: String?

    public init(group: String? = nil, from: String? = nil, to: String? = nil, subject: String? = nil) {
        self.group = group
        self.from = from
        self.to = to
        self.subject = subject
    }

    init(_ address: Address) {
        self.init(
            group: address.value("class"), from: address.value("from"), to: address.value("to"),
            subject: address.value("subject"))
    }

    var items: [Address.Item] {
        [("class", group), ("from", from), ("to", to), ("subject", subject)]
            .compactMap { name, value in value.map { Address.Item(name, $0) } }
    }
}
