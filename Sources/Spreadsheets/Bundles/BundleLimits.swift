/// The largest zip of files that is opened. One beyond any of these is refused whole.
public struct BundleLimits: Sendable, Hashable {
    /// Files to take.
    public var files: Int
    /// Everything that its directory lists: folders and what computers add count as well.
    public var entries: Int
    /// One file unpacked, in bytes.
    public var fileBytes: Int
    /// All files unpacked, in bytes.
    public var unpackedBytes: Int
    /// How many times larger a file may get by unpacking, once it is larger than ``denseBytes``. Common Transfer Files reach about
    /// 60; what deflate can do at most is 1,032.
    public var ratio: Int
    public var denseBytes: Int
    /// A name with its folders, in bytes of UTF-8.
    public var nameBytes: Int

    public init(
        files: Int = 200, entries: Int = 2_000, fileBytes: Int = 536_870_912, unpackedBytes: Int = 1_073_741_824,
        ratio: Int = 200, denseBytes: Int = 4_194_304, nameBytes: Int = 1_000
    ) {
        self.files = files
        self.entries = entries
        self.fileBytes = fileBytes
        self.unpackedBytes = unpackedBytes
        self.ratio = ratio
        self.denseBytes = denseBytes
        self.nameBytes = nameBytes
    }
}
