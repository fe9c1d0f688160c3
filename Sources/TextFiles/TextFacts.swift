/// What a first pass over a text file found out, before anything in it is interpreted.
public struct TextFacts: Sendable, Hashable {
    public let encoding: TextEncoding
    /// The size of the file in bytes, byte order mark included.
    public let byteCount: Int

    /// True when every byte is ASCII, so that UTF-8, Windows-1252 and Latin-1 mean the same.
    public let isASCII: Bool

    public init(encoding: TextEncoding, byteCount: Int, isASCII: Bool = false) {
        self.encoding = encoding
        self.byteCount = byteCount
        self.isASCII = isASCII
    }
}
