public import Assessment

/// What the address says about the list of pupils: `?q=obrien&year-group=6&class=6%20Kestrel&leavers=1&page=2`.
public struct PupilQuery: Hashable, Sendable {
    /// A name or UPN, or part of one.
    public var search: String?
    public var yearGroup: YearGroup?
    public var className: String?
    /// Whether pupils who have left are listed as well.
    public var includesLeavers: Bool
    /// From 1.
    public var page: Int

    public init(
        search: String? = nil, yearGroup: YearGroup? = nil, className: String? = nil, includesLeavers: Bool = false,
        page: Int = 1
    ) {
        self.search = search
        self.yearGroup = yearGroup
        self.className = className
        self.includesLeavers = includesLeavers
        self.page = page
    }

    init(_ address: Address) {
        self.init(
            search: address.value("q"),
            yearGroup: address.value("year-group").flatMap { YearGroup(rawValue: $0) },
            className: address.value("class"),
            includesLeavers: address.value("leavers") == "1",
            page: max(1, address.value("page").flatMap(Int.init) ?? 1))
    }

    var items: [Address.Item] {
        var items: [Address.Item] = []
        if let search { items.append(.init("q", search)) }
        if let yearGroup { items.append(.init("year-group", yearGroup.rawValue)) }
        if let className { items.append(.init("class", className)) }
        if includesLeavers { items.append(.init("leavers", "1")) }
        if page != 1 { items.append(.init("page", String(page))) }
        return items
    }
}
