import CLibXML2

/// What libxml2 complains about, in plain words.
struct XMLComplaint {
    let error: CTFError
    /// Whether the parser had nothing more before it.
    let isAtEnd: Bool
    /// Whether it complains about where the document ends.
    let isAboutEnd: Bool

    init(_ complaint: xmlError, _ parser: xmlParserCtxtPtr) {
        let code = xmlParserErrors(rawValue: UInt32(bitPattern: complaint.code))
        error = .notWellFormed(
            line: Swift.max(1, Int(complaint.line)), column: Swift.max(1, Int(complaint.int2)),
            reason: Self.reason(code: code, libraryMessage: complaint.message.map { String(cString: $0) } ?? ""))
        if let input = parser.pointee.input { isAtEnd = input.pointee.cur >= input.pointee.end } else { isAtEnd = true }
        isAboutEnd = code == XML_ERR_DOCUMENT_END || code == XML_ERR_TAG_NOT_FINISHED
    }

    private static func reason(code: xmlParserErrors, libraryMessage: String) -> String {
        switch code {
        case XML_ERR_TAG_NAME_MISMATCH:
            "an element is closed by another name than it was opened with."
        case XML_ERR_TAG_NOT_FINISHED, XML_ERR_GT_REQUIRED, XML_ERR_LTSLASH_REQUIRED:
            "a tag is not finished."
        case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY:
            "it uses a named character that XML does not have. Only &amp; &lt; &gt; &quot; and &apos; are allowed."
        case XML_ERR_NAME_REQUIRED, XML_ERR_ENTITYREF_SEMICOL_MISSING:
            "a “<” or “&” stands in a text. Write it as &lt; or &amp;."
        case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_CHARREF, XML_ERR_INVALID_HEX_CHARREF, XML_ERR_INVALID_DEC_CHARREF:
            "it has a character that XML does not allow."
        case XML_ERR_DOCUMENT_END:
            "something follows the last element."
        case XML_ERR_DOCUMENT_EMPTY:
            "it does not begin with an element."
        case XML_ERR_ATTRIBUTE_REDEFINED:
            "a tag has the same attribute twice."
        case XML_ERR_RESERVED_XML_NAME:
            "the XML declaration must be the very first thing in the file."
        default:
            "the XML is broken (\(trimmed(libraryMessage)))."
        }
    }

    private static func trimmed(_ message: String) -> String {
        var text = Substring(message)
        while text.last?.isNewline == true || text.last == " " { text.removeLast() }
        return String(text.prefix(200))
    }
}
