/// A file on disk that is to be taken in.
public struct ImportFile: Sendable, Hashable {
    /// The name it came with; shown and kept, never used to decide what it is.
    public var name: String
    /// Where its bytes are. They must not change while the file is read.
    public var path: String
    /// SHA-256 in hexadecimal when it is known already; worked out otherwise.
    public var sha256: String?
    /// What was read of it already; nil until then (``Tracker/opened(_:as:)``).
    var content: ReadContent?

    public init(name: String, path: String, sha256: String? = nil) {
        self.name = name
        self.path = path
        self.sha256 = sha256
    }
}
