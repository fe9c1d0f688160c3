/// Writes JSON into a buffer by hand: the encoder of Foundation would need the whole list in memory several times over.
struct JSONBytes {
    private(set) var bytes: [UInt8] = []

    var count: Int { bytes.count }

    mutating func raw(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func number(_ number: some BinaryInteger) {
        guard var rest = Int(exactly: number), rest >= 0 else { return bytes.append(contentsOf: String(number).utf8) }
        let first = bytes.count
        repeat {
            bytes.append(0x30 + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[first...].reverse()
    }

    mutating func optionalNumber(_ number: (some BinaryInteger)?) {
        if let number { self.number(number) } else { raw("null") }
    }

    mutating func flag(_ flag: Bool) { raw(flag ? "true" : "false") }

    mutating func optionalString(_ text: String?) {
        if let text { string(text) } else { raw("null") }
    }

    /// A JSON string: quotation mark, backslash and control characters escaped, everything else as UTF-8.
    mutating func string(_ text: String) {
        bytes.append(0x22)
        var text = text
        text.withUTF8 { utf8 in
            // Nearly every text is copied in one piece.
            if utf8.allSatisfy({ !Self.isEscaped($0) }) { return bytes.append(contentsOf: utf8) }
            for byte in utf8 {
                if Self.isEscaped(byte) { escape(byte) } else { bytes.append(byte) }
            }
        }
        bytes.append(0x22)
    }

    private static func isEscaped(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x22 || byte == 0x5C }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case 0x22: raw("\\\"")
        case 0x5C: raw("\\\\")
        case 0x0A: raw("\\n")
        case 0x0D: raw("\\r")
        case 0x09: raw("\\t")
        default:
            let digits = Array("0123456789abcdef".utf8)
            raw("\\u00")
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        }
    }

    /// Hands the bytes over and empties the buffer, keeping its memory.
    mutating func flush(to sink: ([UInt8]) throws -> Void) rethrows {
        try sink(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
