/// A file that was sent, looked at, and not taken yet.
public struct WaitingUpload: Hashable, Sendable {
    public var id: Int64
    public var fileName: String
    /// `21 November 2026, 09:14`
    public var when: String

    public init(id: Int64, fileName: String, when: String) {
        self.id = id
        self.fileName = fileName
        self.when = when
    }
}
