public import Assessment

/// One file, block or list that came in at one time and can be taken back as a whole.
public struct Batch: Sendable, Hashable {
    public var id: Int64
    /// What it was: "ctf", "results", "roster", "marks", ...
    public var kind: String
    public var fileName: String
    /// The file's SHA-256 in hexadecimal.
    public var sha256: String
    /// ISO 8601 time in UTC.
    public var at: String
    public var authorID: Int64?
    public var authorName: String
    public var role: String
    /// The school year that it was taken for; nil when it carried several.
    public var year: SchoolYear?
    /// How many items of which status, as JSON.
    public var countsJSON: String
    /// When the file was written, by its own word and in the same form as ``at``; nil where it says nothing.
    public var writtenAt: String?
    /// When it was taken back; nil while it stands.
    public var undoneAt: String?
    /// The name of the person who took it back.
    public var undoneBy: String?

    public init(
        id: Int64, kind: String, fileName: String, sha256: String, at: String, authorID: Int64?, authorName: String,
        role: String, year: SchoolYear?, countsJSON: String, writtenAt: String? = nil, undoneAt: String? = nil,
        undoneBy: String? = nil
    ) {
        self.id = id
        self.kind = kind
        self.fileName = fileName
        self.sha256 = sha256
        self.at = at
        self.authorID = authorID
        self.authorName = authorName
        self.role = role
        self.year = year
        self.countsJSON = countsJSON
        self.writtenAt = writtenAt
        self.undoneAt = undoneAt
        self.undoneBy = undoneBy
    }
}
