extension ByteText {
    /// `<Name>` on a line of its own, set in by two blanks a level.
    mutating func open(_ name: StaticString, _ level: Int) {
        indent(level)
        append(UInt8(ascii: "<"))
        append(name)
        append(">\n" as StaticString)
    }

    mutating func close(_ name: StaticString, _ level: Int) {
        indent(level)
        append("</" as StaticString)
        append(name)
        append(">\n" as StaticString)
    }

    /// An element with text; nothing at all without, for an empty element is a fault in a CTF.
    mutating func element(_ name: StaticString, _ level: Int, _ text: String?) {
        guard let text, !text.isEmpty else { return }
        indent(level)
        append(UInt8(ascii: "<"))
        append(name)
        append(UInt8(ascii: ">"))
        if text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E }) {
            for byte in text.utf8 {
                switch byte {
                case 0x26: append("&amp;" as StaticString)
                case 0x3C: append("&lt;" as StaticString)
                case 0x3E: append("&gt;" as StaticString)
                default: append(byte)
                }
            }
        } else {
            append(text)
        }
        append("</" as StaticString)
        append(name)
        append(">\n" as StaticString)
    }

    private mutating func indent(_ level: Int) {
        switch level {
        case 3: append("      " as StaticString)
        case 4: append("        " as StaticString)
        case 5: append("          " as StaticString)
        case 6: append("            " as StaticString)
        default: for _ in 0..<level { append("  " as StaticString) }
        }
    }
}
