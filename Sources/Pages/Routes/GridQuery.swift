public import Assessment

/// What the address says about the entry grid: `?class=6%20Kestrel&subject=mathematics&edit=1&date=2026-05-14`; for the
/// phonics check taken again `?year-group=2` before it.
public struct GridQuery: Hashable, Sendable {
    /// Whose grid, where several year groups take the assessment; nil for the first.
    public var yearGroup: YearGroup?
    /// A class, or nil for the whole year group.
    public var className: String?
    /// The columns shown, as the assessment's ``ColumnFilter/id`` names them; nil for the first filter.
    public var filter: String?
    /// The order of the pupils as the grid names it; nil for by name.
    public var order: String?
    /// Whether cells can be typed into.
    public var isEditing: Bool
    /// The Assessment Date of the sitting; nil for today.
    public var date: CalendarDate?
    /// Whether the values are left out, for a sheet to be filled in by hand.
    public var isBlank: Bool
    /// The day whose values are shown, as it stands in the address; nil for now.
    public var on: String?

    public init(
        yearGroup: YearGroup? = nil, className: String? = nil, filter: String? = nil, order: String? = nil,
        isEditing: Bool = false, date: CalendarDate? = nil, isBlank: Bool = false, on: String? = nil
    ) {
        self.yearGroup = yearGroup
        self.className = className
        self.filter = filter
        self.order = order
        self.isEditing = isEditing
        self.date = date
        self.isBlank = isBlank
        self.on = on
    }

    init(_ address: Address) {
        self.init(
            yearGroup: address.value("year-group").flatMap(YearGroup.init(rawValue:)),
            className: address.value("class"), filter: address.value("subject"),
            order: address.value("order"),
            isEditing: address.value("edit") == "1",
            date: address.value("date").flatMap { CalendarDate(iso: $0) },
            isBlank: address.value("blank") == "1", on: address.value("on"))
    }

    var items: [Address.Item] {
        var items: [Address.Item] = []
        if let yearGroup { items.append(.init("year-group", yearGroup.rawValue)) }
        if let className { items.append(.init("class", className)) }
        if let filter { items.append(.init("subject", filter)) }
        if let order { items.append(.init("order", order)) }
        if isEditing { items.append(.init("edit", "1")) }
        if let date { items.append(.init("date", date.description)) }
        if isBlank { items.append(.init("blank", "1")) }
        if let on { items.append(.init("on", on)) }
        return items
    }
}
