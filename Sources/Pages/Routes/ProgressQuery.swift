/// What the address says about progress between two terms: `?from=2025.summer2&to=2026.spring1&year-group=6`.
public struct ProgressQuery: GroupedQuery, Hashable {
    /// Terms as `2025.summer2`; nil for the first and the last one of the year.
    public var from: String?
    public var to: String?
    /// `R`, `1` ... `6`; nil for all year groups.
    public var yearGroup: String?
    /// nil when the address says nothing: the group looked at last.
    public var group: String?
    /// One subject and step, for the list of its pupils.
    public var subject: String?
    public var step: String?

    public init(
        from: String? = nil, to: String? = nil, yearGroup: String? = nil, group: String? = nil, subject: String? = nil,
        step: String? = nil
    ) {
        self.from = from
        self.to = to
        self.yearGroup = yearGroup
        self.group = group
        self.subject = subject
        self.step = step
    }

    init(_ address: Address) {
        self.init(
            from: address.value("from"), to: address.value("to"), yearGroup: address.value("year-group"),
            group: address.value("group"), subject: address.value("subject"), step: address.value("step"))
    }

    /// The same terms and year group without a list.
    public var whole: ProgressQuery {
        var query = self
        (query.subject, query.step) = (nil, nil)
        return query
    }

    var items: [Address.Item] {
        [
            ("from", from), ("to", to), ("year-group", yearGroup), ("group", group), ("subject", subject),
            ("step", step),
        ].compactMap { name, value in value.map { Address.Item(name, $0) } }
    }
}
