public import Assessment

/// The order in which the grid shows its pupils.
public enum GridOrder: Sendable, Hashable {
    /// By name, A to Z.
    case name
    /// By class, then by name.
    case className
    /// By the values of a column.
    case column(ColumnID, descending: Bool)
}
