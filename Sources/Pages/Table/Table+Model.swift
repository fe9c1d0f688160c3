public import Assessment

/// One conversion table, or the thresholds of a test of which no full table is at hand.
///
/// Taking a loaded table out of use is sent to its own address with `withdraw` and `_csrf`.
public struct TableModel: Page {
    public var place: SchoolPlace
    public var key: ConversionTable.Key
    /// nil when only thresholds are known.
    public var table: ConversionTable?
    public var threshold: Threshold?
    public var source: TableSummary.Source
    /// Whether the visitor may take it out of use: a loaded table only.
    public var canWithdraw: Bool

    public init(
        place: SchoolPlace, key: ConversionTable.Key, table: ConversionTable?, threshold: Threshold?,
        source: TableSummary.Source, canWithdraw: Bool = false
    ) {
        self.place = place
        self.key = key
        self.table = table
        self.threshold = threshold
        self.source = source
        self.canWithdraw = canWithdraw
    }
}
