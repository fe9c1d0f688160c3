import TextFiles

/// The first bytes of an XML file: whether it is XML, and which encoding it claims.
enum XMLDeclaration {
    /// - Parameter head: the beginning of the file in UTF-8, without a byte order mark.
    /// - Returns: the encoding named in the XML declaration, as written; nil when there is none.
    static func claimedEncoding(_ head: [UInt8]) throws(CTFError) -> String? {
        guard head.first(where: { !isBlank($0) }) == 0x3C else { throw .notXML }
        guard head.starts(with: Array("<?xml".utf8)) else { return nil }
        let declaration = String(decoding: head.prefix(256).prefix { $0 != 0x3E }, as: UTF8.self)
        guard let name = declaration.firstRange(of: "encoding") else { return nil }
        let rest = declaration[name.upperBound...].drop { $0 == " " || $0 == "=" }
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        return String(rest.dropFirst().prefix { $0 != quote })
    }

    /// The encodings that a name may stand for; nil for one that is not taken.
    static func encodings(named name: String) -> [TextEncoding]? {
        switch name.lowercased() {
        case "utf-8", "utf8": [.utf8, .utf8WithMark]
        case "us-ascii", "ascii": [.utf8]
        case "utf-16", "utf16", "unicode": [.utf16LittleEndian, .utf16BigEndian]
        case "utf-16le": [.utf16LittleEndian]
        case "utf-16be": [.utf16BigEndian]
        case "windows-1252", "cp1252", "iso-8859-1", "latin1", "latin-1": [.windows1252]
        default: nil
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
}
