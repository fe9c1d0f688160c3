/// JSON for the data blocks of a page: strings only, so that no Foundation encoder is needed to render it.
enum JSONText {
    /// The text as a JSON string with its quotes.
    static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Adds the text with its quotes. Nearly every text needs no escape and is copied as it is.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { characters in
            let isPlain = characters.allSatisfy {
                $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
            }
            if isPlain {
                bytes.append(contentsOf: characters)
            } else {
                bytes.append(contentsOf: escaped(String(decoding: characters, as: UTF8.self)).utf8)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func escaped(_ text: String) -> String {
        var quoted = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted
    }
}
