extension ByteText {
    /// One row: commas, CRLF, quotation marks where a field needs them (RFC 4180).
    mutating func appendRow(_ fields: [String]) throws {
        for (position, field) in fields.enumerated() {
            if position > 0 { append(UInt8(ascii: ",")) }
            guard field.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
                append(field)
                continue
            }
            append(UInt8(ascii: "\""))
            for byte in field.utf8 {
                if byte == 0x22 { append(byte) }
                append(byte)
            }
            append(UInt8(ascii: "\""))
        }
        append("\r\n" as StaticString)
        try passOn()
    }
}
