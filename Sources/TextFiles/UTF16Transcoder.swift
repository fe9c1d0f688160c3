/// Turns UTF-16 into UTF-8 piece by piece; a piece may end anywhere, even inside a character.
struct UTF16Transcoder {
    let isBigEndian: Bool
    private var half: UInt8?
    private var highSurrogate: UInt32?
    private var offset = 0

    init(isBigEndian: Bool) {
        self.isBigEndian = isBigEndian
    }

    /// Appends the characters of `bytes` as UTF-8. Refuses NUL characters and unpaired surrogates.
    mutating func transcode(_ bytes: [UInt8], into output: inout [UInt8]) throws(TextFileError) {
        for byte in bytes {
            offset += 1
            guard let first = half else {
                half = byte
                continue
            }
            half = nil
            let unit = isBigEndian ? UInt32(first) << 8 | UInt32(byte) : UInt32(byte) << 8 | UInt32(first)
            if let high = highSurrogate {
                guard 0xDC00...0xDFFF ~= unit else { throw .brokenUTF16(offset: offset - 2) }
                highSurrogate = nil
                UTF8Bytes.append(0x1_0000 + (high - 0xD800) << 10 + (unit - 0xDC00), to: &output)
                continue
            }
            switch unit {
            case 0: throw .nulByte(offset: offset - 2)
            case 0xD800...0xDBFF: highSurrogate = unit
            case 0xDC00...0xDFFF: throw .brokenUTF16(offset: offset - 2)
            case 0xFEFF where offset == 2: continue
            default: UTF8Bytes.append(unit, to: &output)
            }
        }
    }

    /// Call at the end of the file: half a character there is an error.
    func finish() throws(TextFileError) {
        if half != nil || highSurrogate != nil { throw .brokenUTF16(offset: Swift.max(0, offset - 1)) }
    }
}
