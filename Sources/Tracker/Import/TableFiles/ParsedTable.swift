public import Assessment

/// A conversion table as it stands in a file, not checked yet.
public struct ParsedTable: Sendable {
    /// One line of it.
    public struct Row: Sendable, Hashable {
        public var raw: Int
        /// nil for N: no scaled score.
        public var score: Int?
        /// The line of the file, from 1.
        public var line: Int

        public init(raw: Int, score: Int?, line: Int) {
            self.raw = raw
            self.score = score
            self.line = line
        }
    }

    public var key: ConversionTable.Key
    public var rows: [Row]

    public init(key: ConversionTable.Key, rows: [Row]) {
        self.key = key
        self.rows = rows
    }
}
