public import Assessment

/// One file that went out.
public struct SentFile: Sendable, Hashable {
    public var id: Int64
    /// Seven characters as in its name: `8209992`, `820LLLL`, `NAALLLL`.
    public var destination: String
    /// 1 to 999, counted for each destination.
    public var serial: Int
    public var fileName: String
    /// Of its bytes, in hexadecimal.
    public var sha256: String
    /// Bytes.
    public var size: Int
    /// ISO 8601 time in UTC.
    public var at: String
    public var authorID: Int64?
    public var authorName: String
    public var role: String
    public var year: SchoolYear
    public var pupils: Int
    /// Assessment records.
    public var records: Int
    /// How much was listed as what its receiver might refuse.
    public var findings: Int

    public init(
        id: Int64, destination: String, serial: Int, fileName: String, sha256: String, size: Int, at: String,
        authorID: Int64?, authorName: String, role: String, year: SchoolYear, pupils: Int, records: Int, findings: Int
    ) {
        self.id = id
        self.destination = destination
        self.serial = serial
        self.fileName = fileName
        self.sha256 = sha256
        self.size = size
        self.at = at
        self.authorID = authorID
        self.authorName = authorName
        self.role = role
        self.year = year
        self.pupils = pupils
        self.records = records
        self.findings = findings
    }
}
