/// What the address of a report says, the group of pupils among it.
public protocol GroupedQuery: Sendable {
    /// A group's name as the report knows it, two joined by `+`; nil when the address says nothing: the group looked at last.
    var group: String? { get set }
}

extension GroupedQuery {
    /// The same report of another group.
    public func of(group: String) -> Self {
        var query = self
        query.group = group
        return query
    }
}
