/// The code page Windows-1252: as Latin-1, except for the bytes 80 to 9F.
enum Windows1252 {
    /// Characters of the bytes 80...9F; 0 where the code page has none.
    private static let upper: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]

    static func isDefined(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x81, 0x8D, 0x8F, 0x90, 0x9D: false
        default: true
        }
    }

    /// Appends the characters of `bytes` as UTF-8.
    static func transcode(_ bytes: [UInt8], into output: inout [UInt8]) {
        for byte in bytes {
            if byte < 0x80 {
                output.append(byte)
            } else {
                let scalar = byte < 0xA0 ? UInt32(upper[Int(byte - 0x80)]) : UInt32(byte)
                UTF8Bytes.append(scalar, to: &output)
            }
        }
    }
}
