/// What the address says about a conversion matrix: `?from=ks1&from-subject=reading&to=ks2.test&to-subject=reading`.
///
/// Names are kept as they stand; whoever fills the page knows which exist.
public struct MatrixQuery: GroupedQuery, Hashable {
    public var from: String?
    public var fromSubject: String?
    public var to: String?
    public var toSubject: String?
    /// `R`, `1` ... `6`; nil for Year 6.
    public var yearGroup: String?
    /// nil when the address says nothing: the group looked at last.
    public var group: String?
    /// The results of one cell, for the list of its pupils.
    public var row: String?
    public var column: String?
    /// `lower`, `same` or `higher`, for the list of all such pupils.
    public var step: String?

    public init(
        from: String? = nil, fromSubject: String? = nil, to: String? = nil, toSubject: String? = nil,
        yearGroup: String? = nil, group: String? = nil, row: String? = nil, column: String? = nil, step: String? = nil
    ) {
        self.from = from
        self.fromSubject = fromSubject
        self.to = to
        self.toSubject = toSubject
        self.yearGroup = yearGroup
        self.group = group
        self.row = row
        self.column = column
        self.step = step
    }

    init(_ address: Address) {
        self.init(
            from: address.value("from"), fromSubject: address.value("from-subject"), to: address.value("to"),
            toSubject: address.value("to-subject"), yearGroup: address.value("year-group"),
            group: address.value("group"), row: address.value("row"), column: address.value("column"),
            step: address.value("step"))
    }

    /// The same matrix without a cell.
    public var whole: MatrixQuery {
        var query = self
        (query.row, query.column, query.step) = (nil, nil, nil)
        return query
    }

    var items: [Address.Item] {
        [
            ("from", from), ("from-subject", fromSubject), ("to", to), ("to-subject", toSubject),
            ("year-group", yearGroup), ("group", group), ("row", row), ("column", column), ("step", step),
        ].compactMap { name, value in value.map { Address.Item(name, $0) } }
    }
}
