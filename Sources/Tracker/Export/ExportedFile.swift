public import Storage

/// A file that was made to be sent, and is in the list of those that went out.
public struct ExportedFile: Sendable {
    public var check: ExportCheck
    public var entry: SentFile
    public var bytes: [UInt8]

    public var name: String { entry.fileName }
}
