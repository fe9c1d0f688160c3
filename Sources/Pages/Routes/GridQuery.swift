public import Assessment

/// What the address says about the entry grid: `?class=6%20Kestrel&subject=mathematics&edit=1&date=2026-05-14`.
public struct GridQuery: Hashable, Sendable {
    /// A class, or nil for the whole year group.
    public var className: String?
    public var subject: SubjectFilter
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
        className: String? = nil, subject: SubjectFilter = .english, order: String? = nil, isEditing: Bool = false,
        date: CalendarDate? = nil, isBlank: Bool = false, on: String? = nil
    ) {
        self.className = className
        self.subject = subject
        self.order = order
        self.isEditing = isEditing
        self.date = date
        self.isBlank = isBlank
        self.on = on
    }

    init(_ address: Address) {
        self.init(
            className: address.value("class"),
            subject: address.value("subject").flatMap(SubjectFilter.init) ?? .english,
            order: address.value("order"),
            isEditing: address.value("edit") == "1",
            date: address.value("date").flatMap { CalendarDate(iso: $0) },
            isBlank: address.value("blank") == "1", on: address.value("on"))
    }

    var items: [Address.Item] {
        var items: [Address.Item] = []
        if let className { items.append(.init("class", className)) }
        if subject != .english { items.append(.init("subject", subject.rawValue)) }
        if let order { items.append(.init("order", order)) }
        if isEditing { items.append(.init("edit", "1")) }
        if let date { items.append(.init("date", date.description)) }
        if isBlank { items.append(.init("blank", "1")) }
        if let on { items.append(.init("on", on)) }
        return items
    }
}
