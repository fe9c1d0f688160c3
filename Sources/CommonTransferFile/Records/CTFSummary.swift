public import TextFiles

/// What a file held, known once it has been read to its end.
public struct CTFSummary: Sendable, Hashable {
    public let version: String?
    public let encoding: TextEncoding
    public let pupils: Int
    public let records: Int
    /// What the file said that was not kept or was out of order, each once.
    public let warnings: [CTFWarning]

    public init(version: String?, encoding: TextEncoding, pupils: Int, records: Int, warnings: [CTFWarning]) {
        self.version = version
        self.encoding = encoding
        self.pupils = pupils
        self.records = records
        self.warnings = warnings
    }
}
