/// The content of a ``TextInput`` as UTF-8 without a byte order mark, in pieces of bounded size.
///
/// A piece may end inside a character. Holds one buffer of about 128 kB; not for use from two tasks at once.
public struct TextChunks: ~Copyable {
    static let readSize = 131_072

    /// How many bytes of the file, as it lies on disk, have been read so far.
    public private(set) var bytesRead: Int
    private let reader: ByteReader
    private let encoding: TextEncoding
    private var utf16: UTF16Transcoder?
    private var raw: [UInt8] = []
    private let size: Int

    /// - Parameters:
    ///   - facts: what ``TextInput/recognise(maximumBytes:)`` said of the same input.
    ///   - size: how many bytes to read at a time.
    public init(_ input: TextInput, facts: TextFacts, size: Int = 131_072) throws(TextFileError) {
        let reader = try ByteReader(input)
        var mark: [UInt8] = []
        if facts.encoding == .utf8WithMark { try reader.read(into: &mark, size: 3) }
        self.reader = reader
        self.encoding = facts.encoding
        self.size = Swift.max(1, size)
        self.bytesRead = mark.count
        switch facts.encoding {
        case .utf16LittleEndian: utf16 = UTF16Transcoder(isBigEndian: false)
        case .utf16BigEndian: utf16 = UTF16Transcoder(isBigEndian: true)
        case .utf8, .utf8WithMark, .windows1252: utf16 = nil
        }
    }

    /// Replaces the content of `buffer` with the next piece.
    ///
    /// - Returns: false at the end, with `buffer` empty.
    public mutating func next(into buffer: inout [UInt8]) throws(TextFileError) -> Bool {
        switch encoding {
        case .utf8, .utf8WithMark:
            try reader.read(into: &buffer, size: size)
            bytesRead += buffer.count
            return !buffer.isEmpty
        case .windows1252:
            try reader.read(into: &raw, size: size)
            bytesRead += raw.count
            buffer.removeAll(keepingCapacity: true)
            Windows1252.transcode(raw, into: &buffer)
            return !buffer.isEmpty
        case .utf16LittleEndian, .utf16BigEndian:
            buffer.removeAll(keepingCapacity: true)
            // One byte at a time gives no character from the first half of a pair: read on.
            while buffer.isEmpty {
                try reader.read(into: &raw, size: size)
                bytesRead += raw.count
                if raw.isEmpty {
                    try utf16?.finish()
                    return false
                }
                try utf16?.transcode(raw, into: &buffer)
            }
            return true
        }
    }
}
