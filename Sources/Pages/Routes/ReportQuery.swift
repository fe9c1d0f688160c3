/// What the address says about a statutory report: `?group=disadvantaged%2Bboys&of=2024`.
public struct ReportQuery: GroupedQuery, Hashable {
    /// A group's name as the report knows it, two joined by `+`; nil when the address says nothing: the group looked at last.
    public var group: String?
    /// The year of one figure, where it is not that of the page.
    public var of: Int?

    public init(group: String? = nil, of: Int? = nil) {
        self.group = group
        self.of = of
    }

    init(_ address: Address) {
        self.init(group: address.value("group"), of: address.value("of").flatMap { Int($0) })
    }

    var items: [Address.Item] {
        var items: [Address.Item] = []
        if let group { items.append(.init("group", group)) }
        if let of { items.append(.init("of", String(of))) }
        return items
    }
}
