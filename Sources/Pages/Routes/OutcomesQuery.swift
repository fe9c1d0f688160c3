/// What the address says about the outcomes report: `?group=disadvantaged&sc=off`.
public struct OutcomesQuery: GroupedQuery, Hashable {
    /// A group's name as the report knows it, two joined by `+`; nil when the address says nothing: the group looked at last.
    public var group: String?
    /// Whether a score of `97+` counts as the standard, as in the DfE's school measures.
    public var appliesSpecialConsideration: Bool

    public init(group: String? = nil, appliesSpecialConsideration: Bool = true) {
        self.group = group
        self.appliesSpecialConsideration = appliesSpecialConsideration
    }

    init(_ address: Address) {
        self.init(
            group: address.value("group"),
            appliesSpecialConsideration: address.value("sc") != "off")
    }

    var items: [Address.Item] {
        var items: [Address.Item] = []
        if let group { items.append(.init("group", group)) }
        if !appliesSpecialConsideration { items.append(.init("sc", "off")) }
        return items
    }
}
