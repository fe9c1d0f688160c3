public import Assessment

/// What is at hand for one test of one year.
public struct TableSummary: Hashable, Sendable {
    /// How much is known.
    public enum Extent: Hashable, Sendable {
        /// Every raw mark's scaled score.
        case full
        /// Only the marks that reach the standard.
        case thresholds
        case none
    }

    /// Where it comes from.
    public enum Source: Hashable, Sendable {
        /// It came with the program.
        case shipped
        /// Somebody loaded it: who, and when in words.
        case loaded(by: String, when: String)
    }

    public var key: ConversionTable.Key
    public var extent: Extent
    public var source: Source

    public init(key: ConversionTable.Key, extent: Extent, source: Source) {
        self.key = key
        self.extent = extent
        self.source = source
    }
}
