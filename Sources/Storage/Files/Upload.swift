/// A file that waits for its preview to be confirmed; its bytes lie beside the database.
public struct Upload: Sendable, Hashable {
    public var id: Int64
    /// The name it came with; a hint only.
    public var fileName: String
    /// The name under which its bytes are kept.
    public var storedAs: String
    /// SHA-256 in hexadecimal.
    public var sha256: String
    /// Bytes.
    public var size: Int64
    /// ISO 8601 time in UTC.
    public var at: String
    public var authorID: Int64?
    /// What it was recognised as.
    public var kind: String
    /// The choices made in the preview so far, as JSON.
    public var optionsJSON: String

    public init(
        id: Int64, fileName: String, storedAs: String, sha256: String, size: Int64, at: String, authorID: Int64?,
        kind: String, optionsJSON: String
    ) {
        self.id = id
        self.fileName = fileName
        self.storedAs = storedAs
        self.sha256 = sha256
        self.size = size
        self.at = at
        self.authorID = authorID
        self.kind = kind
        self.optionsJSON = optionsJSON
    }
}
