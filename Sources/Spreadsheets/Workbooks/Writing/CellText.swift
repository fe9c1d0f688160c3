/// Text as it stands inside a workbook's XML.
enum CellText {
    /// The characters that a cell of Excel holds, in UTF-16.
    static let limit = 32_767

    /// Replaces what XML can't hold by the `_x000D_` of Office, and a text that looks like one of those likewise.
    static func escaped(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0 == "_" || needsEscape($0) }) else { return text }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            if needsEscape(scalar) || (scalar == "_" && beginsEscape(scalars, index)) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result.append(
                    contentsOf: "_x\(String(repeating: "0", count: 4 - digits.count))\(digits)_".unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// Reads ``escaped(_:)`` back.
    static func unescaped(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            if scalars[index] == "_", beginsEscape(scalars, index),
                let value = UInt32(String(String.UnicodeScalarView(scalars[(index + 2)..<(index + 6)])), radix: 16),
                let scalar = Unicode.Scalar(value)
            {
                result.append(scalar)
                index += 7
            } else {
                result.append(scalars[index])
                index += 1
            }
        }
        return String(result)
    }

    /// A carriage return too: XML readers make a line feed of it.
    private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    private static func beginsEscape(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        index + 6 < scalars.count && scalars[index + 1] == "x" && scalars[index + 6] == "_"
            && scalars[(index + 2)..<(index + 6)].allSatisfy {
                ("0"..."9").contains($0) || ("a"..."f").contains($0) || ("A"..."F").contains($0)
            }
    }
}
