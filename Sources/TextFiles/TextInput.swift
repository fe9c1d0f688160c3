/// A file on disk, or bytes in memory, that is to be read as text.
///
/// Reading takes two passes: ``recognise(maximumBytes:)`` decides the encoding from the whole content, then
/// ``TextChunks`` gives it as UTF-8. A decision taken on the first bytes only would turn the one accented name
/// on the last line into something else.
public struct TextInput: Sendable {
    enum Origin: Sendable {
        case bytes([UInt8])
        case file(path: String)
    }

    let origin: Origin

    /// Bytes that are in memory already.
    public init(_ bytes: [UInt8]) {
        origin = .bytes(bytes)
    }

    /// A file on disk. It is opened for each pass and must not change between them.
    public init(path: String) {
        origin = .file(path: path)
    }

    /// Reads the whole input once and decides how its characters are written.
    ///
    /// A byte order mark decides; without one, NUL bytes in every other place mean UTF-16, valid UTF-8 is UTF-8, and
    /// anything else is Windows-1252 if every byte has a character there. Runs at memory speed for ASCII.
    ///
    /// - Parameter maximumBytes: the largest size to accept.
    public func recognise(maximumBytes: Int) throws(TextFileError) -> TextFacts {
        let reader = try ByteReader(self)
        var buffer: [UInt8] = []
        var scan = UTF8Scan()
        var head: [UInt8] = []
        while true {
            try reader.read(into: &buffer, size: TextChunks.readSize)
            if buffer.isEmpty { break }
            if head.isEmpty {
                head = Array(buffer.prefix(1024))
                if let kind = Self.knownBinaryKind(head) { throw .notText(kind: kind) }
            }
            buffer.withUnsafeBufferPointer { scan.scan($0) }
            if scan.count > maximumBytes { throw .tooLarge(limit: maximumBytes) }
        }
        let encoding = try Self.encoding(head: head, scan: scan)
        return TextFacts(encoding: encoding, byteCount: scan.count, isASCII: scan.isASCII && scan.nulOffset == nil)
    }

    private static func encoding(head: [UInt8], scan: UTF8Scan) throws(TextFileError) -> TextEncoding {
        if scan.count == 0 { throw .empty }
        if head.starts(with: [0xFF, 0xFE]) {
            if scan.count == 2 { throw .empty }
            return .utf16LittleEndian
        }
        if head.starts(with: [0xFE, 0xFF]) {
            if scan.count == 2 { throw .empty }
            return .utf16BigEndian
        }
        if let offset = scan.nulOffset {
            if let encoding = unmarkedUTF16(head) { return encoding }
            throw .nulByte(offset: offset)
        }
        if scan.isValid && scan.isComplete {
            guard head.starts(with: [0xEF, 0xBB, 0xBF]) else { return .utf8 }
            if scan.count == 3 { throw .empty }
            return .utf8WithMark
        }
        if let (offset, byte) = scan.undefinedInWindows1252 { throw .unreadableByte(offset: offset, byte: byte) }
        return .windows1252
    }

    /// UTF-16 of mostly Latin text has a NUL in nearly every other byte, and none in the bytes between.
    private static func unmarkedUTF16(_ head: [UInt8]) -> TextEncoding? {
        var zeros = (even: 0, odd: 0)
        for (index, byte) in head.enumerated() where byte == 0 {
            if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let needed = Swift.max(1, head.count / 4)
        if zeros.even == 0, zeros.odd >= needed { return .utf16LittleEndian }
        if zeros.odd == 0, zeros.even >= needed { return .utf16BigEndian }
        return nil
    }

    private static func knownBinaryKind(_ head: [UInt8]) -> String? {
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "an Excel workbook or a zip file" }
        if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "an old Excel or Word file" }
        if head.starts(with: [0x25, 0x50, 0x44, 0x46, 0x2D]) { return "a PDF" }
        if head.starts(with: [0x1F, 0x8B]) { return "a gzip file" }
        return nil
    }
}
