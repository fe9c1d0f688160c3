/// Bytes of indented XML: elements and texts, without attributes.
struct XMLOutput {
    var bytes: [UInt8] = []
    private var depth = 0

    init() {
        bytes.append(contentsOf: "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8)
    }

    mutating func open(_ name: StaticString) {
        indent()
        bytes.append(0x3C)
        append(name)
        bytes.append(0x3E)
        bytes.append(0x0A)
        depth += 1
    }

    mutating func close(_ name: StaticString) {
        depth -= 1
        indent()
        endTag(name)
    }

    /// Writes an element with a text; nothing at all when the text is missing or blank.
    mutating func element(_ name: StaticString, _ text: String?) {
        guard let text, text.utf8.contains(where: { $0 != 0x20 }) else { return }
        indent()
        bytes.append(0x3C)
        append(name)
        bytes.append(0x3E)
        for byte in text.utf8 {
            switch byte {
            case 0x26: bytes.append(contentsOf: "&amp;".utf8)
            case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
            case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
            // A parser would read a bare return as a line feed.
            case 0x0D: bytes.append(contentsOf: "&#13;".utf8)
            default: bytes.append(byte)
            }
        }
        endTag(name)
    }

    private mutating func endTag(_ name: StaticString) {
        bytes.append(0x3C)
        bytes.append(0x2F)
        append(name)
        bytes.append(0x3E)
        bytes.append(0x0A)
    }

    private mutating func append(_ name: StaticString) {
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func indent() {
        for _ in 0..<depth {
            bytes.append(0x20)
            bytes.append(0x20)
        }
    }
}
