/// Checks, piece by piece, whether bytes are valid UTF-8, and remembers what speaks against other readings.
struct UTF8Scan {
    private(set) var isValid = true
    private(set) var isASCII = true
    /// Where the first NUL byte stands.
    private(set) var nulOffset: Int?
    /// The first byte that has no character in Windows-1252.
    private(set) var undefinedInWindows1252: (offset: Int, byte: UInt8)?
    private(set) var count = 0
    private var pending = 0
    private var lowest: UInt8 = 0x80
    private var highest: UInt8 = 0xBF

    /// True when the bytes so far end at the end of a character.
    var isComplete: Bool { pending == 0 }

    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = 0
        while index < bytes.count {
            if pending == 0 {
                while index + 8 <= bytes.count {
                    let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                    // All eight bytes are ASCII and none is zero: the usual case, decided at once.
                    let zeros = (word &- 0x0101_0101_0101_0101) & ~word
                    if (word | zeros) & 0x8080_8080_8080_8080 != 0 { break }
                    index += 8
                }
                if index >= bytes.count { break }
            }
            take(bytes[index], at: count + index)
            index += 1
        }
        count += bytes.count
    }

    private mutating func take(_ byte: UInt8, at offset: Int) {
        if byte == 0, nulOffset == nil { nulOffset = offset }
        if byte >= 0x80, undefinedInWindows1252 == nil, !Windows1252.isDefined(byte) {
            undefinedInWindows1252 = (offset, byte)
        }
        if byte >= 0x80 { isASCII = false }
        guard isValid else { return }
        if pending > 0 {
            if byte < lowest || byte > highest {
                isValid = false
                pending = 0
                return
            }
            lowest = 0x80
            highest = 0xBF
            pending -= 1
            return
        }
        switch byte {
        case 0x00...0x7F: return
        case 0xC2...0xDF: pending = 1
        case 0xE0: (pending, lowest) = (2, 0xA0)
        case 0xED: (pending, highest) = (2, 0x9F)
        case 0xE1...0xEF: pending = 2
        case 0xF0: (pending, lowest) = (3, 0x90)
        case 0xF4: (pending, highest) = (3, 0x8F)
        case 0xF1...0xF3: pending = 3
        default: isValid = false
        }
    }
}
