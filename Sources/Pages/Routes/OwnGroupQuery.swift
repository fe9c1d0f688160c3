public import Assessment

/// What the address says about one of the school's own groups:
/// `?name=Breakfast%20club&year-group=6&class=6%20Kestrel&rule=disadvantaged&rule=boys&tick=1`.
public struct OwnGroupQuery: Hashable, Sendable {
    /// Of a group that there is, or of one to be made.
    public var name: String
    /// Of which pupils are listed besides the members.
    public var yearGroup: YearGroup?
    public var className: String?
    /// The groups that a listed pupil is in, all of them, by their ids.
    public var rules: [String]
    /// Whether everybody who fits is ticked beforehand.
    public var ticks: Bool

    public init(
        name: String, yearGroup: YearGroup? = nil, className: String? = nil, rules: [String] = [], ticks: Bool = false
    ) {
        self.name = name
        self.yearGroup = yearGroup
        self.className = className
        self.rules = rules
        self.ticks = ticks
    }

    init(_ address: Address) {
        self.init(
            name: address.value("name") ?? "",
            yearGroup: address.value("year-group").flatMap { YearGroup(rawValue: $0) },
            className: address.value("class"),
            rules: address.query.filter { $0.name == "rule" && !$0.value.isEmpty }.map(\.value),
            ticks: address.value("tick") == "1")
    }

    var items: [Address.Item] {
        var items = [Address.Item("name", name)]
        if let yearGroup { items.append(.init("year-group", yearGroup.rawValue)) }
        if let className { items.append(.init("class", className)) }
        items += rules.map { .init("rule", $0) }
        if ticks { items.append(.init("tick", "1")) }
        return items
    }

    /// Whether the address asks for anybody besides the members.
    public var isFiltered: Bool { yearGroup != nil || className != nil || !rules.isEmpty }
}
