/// A file that was unpacked from a zip.
public struct BundledFile: Sendable, Hashable {
    /// As the zip has it, folders before it, `/` between them.
    public var name: String
    /// Where its bytes are now, under a name that the zip had no part in.
    public var path: String

    public init(name: String, path: String) {
        self.name = name
        self.path = path
    }
}
