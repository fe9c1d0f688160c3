/// Turns values into the bytes of CSV rows.
struct CSVFieldEncoder {
    let guardFormulas: Bool

    func appendRow(_ fields: [String], to bytes: inout [UInt8]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            append(field, isOnly: fields.count == 1, to: &bytes)
        }
        bytes.append(0x0D)
        bytes.append(0x0A)
    }

    private func append(_ field: String, isOnly: Bool, to bytes: inout [UInt8]) {
        let isGuarded = guardFormulas && Self.looksLikeFormula(field)
        // A row of one blank field would read back as a blank line, and outer blanks are lost by some programs.
        let needsQuotes =
            field.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == 0x3B || $0 == 0x09 }
            || field.utf8.first == 0x20 || field.utf8.last == 0x20 || (isOnly && field.isEmpty)
        guard needsQuotes else {
            if isGuarded { bytes.append(0x27) }
            bytes.append(contentsOf: field.utf8)
            return
        }
        bytes.append(0x22)
        if isGuarded { bytes.append(0x27) }
        for byte in field.utf8 {
            if byte == 0x22 { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    /// True for text that begins as a formula does in Excel, LibreOffice or Google Sheets, unless it is a plain number.
    static func looksLikeFormula(_ field: String) -> Bool {
        guard let first = field.utf8.first else { return false }
        switch first {
        // What reading would take for the guard must be guarded itself.
        case 0x27: return isGuard(field)
        case 0x3D, 0x40, 0x09, 0x0D: return true
        case 0x2B, 0x2D: return !isNumber(field.utf8.dropFirst())
        default: return false
        }
    }

    /// Whether text begins with an apostrophe that only keeps a formula from running: reading takes it off again.
    static func isGuard(_ field: some StringProtocol) -> Bool {
        guard field.utf8.first == 0x27, let second = field.utf8.dropFirst().first else { return false }
        return [0x3D, 0x40, 0x09, 0x0D, 0x2B, 0x2D, 0x27].contains(second)
            && looksLikeFormula(String(field.dropFirst()))
    }

    private static func isNumber(_ digits: Substring.UTF8View) -> Bool {
        var hasDigit = false
        var hasPoint = false
        for byte in digits {
            switch byte {
            case 0x30...0x39: hasDigit = true
            case 0x2E where !hasPoint: hasPoint = true
            default: return false
            }
        }
        return hasDigit
    }
}
