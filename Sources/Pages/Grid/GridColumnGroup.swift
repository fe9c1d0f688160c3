/// Columns that stand together under one heading.
public struct GridColumnGroup: Sendable, Hashable {
    /// The heading over the columns ("Grammar, punctuation and spelling").
    public var title: String
    /// The columns, left to right; at least one.
    public var columns: [GridColumn]

    /// Makes a group of columns.
    public init(title: String, columns: [GridColumn]) {
        self.title = title
        self.columns = columns
    }
}
