/// Writing text into markup so that it stays text.
enum Escape {
    /// Appends `text` with the five characters that mean something in markup replaced by entities.
    ///
    /// Runs between two such characters are copied whole: most pupils' names have none, and cost one copy.
    static func text(_ text: String, into bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { source in
            var runStart = 0
            for index in source.indices {
                let entity: StaticString
                switch source[index] {
                case UInt8(ascii: "&"): entity = "&amp;"
                case UInt8(ascii: "<"): entity = "&lt;"
                case UInt8(ascii: ">"): entity = "&gt;"
                case UInt8(ascii: "\""): entity = "&quot;"
                case UInt8(ascii: "'"): entity = "&#39;"
                default: continue
                }
                bytes.append(contentsOf: source[runStart..<index])
                bytes.append(contentsOf: UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount))
                runStart = index + 1
            }
            bytes.append(contentsOf: source[runStart...])
        }
    }

    /// Appends JSON text so that neither `</script>` nor `<!--` nor a line separator in a string can end or change the
    /// script element around it. Only characters inside JSON strings are affected, so the JSON means the same.
    static func json(_ text: String, into bytes: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": bytes.append(contentsOf: #"\u003c"#.utf8)
            case ">": bytes.append(contentsOf: #"\u003e"#.utf8)
            case "&": bytes.append(contentsOf: #"\u0026"#.utf8)
            case "\u{2028}": bytes.append(contentsOf: #"\u2028"#.utf8)
            case "\u{2029}": bytes.append(contentsOf: #"\u2029"#.utf8)
            default: bytes.append(contentsOf: String(scalar).utf8)
            }
        }
    }

    /// Whether following `address` cannot run a script: it is relative, or its scheme is http, https or mailto.
    ///
    /// Browsers skip tabs, line breaks and leading control characters in an address, so any control character counts as harm.
    static func isHarmless(address: String) -> Bool {
        guard !address.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return false }
        // In bytes, because a combining accent after the colon would hide it from a comparison of characters.
        let head = address.utf8.prefix { ![UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains($0) }
        guard let colon = head.firstIndex(of: UInt8(ascii: ":")) else { return true }
        return ["http", "https", "mailto"].contains(address[..<colon].lowercased())
    }
}
