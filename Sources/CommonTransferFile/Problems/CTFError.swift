public import TextFiles

/// Why a Common Transfer File was refused. A file is taken whole or not at all. Lines and columns count from 1.
public enum CTFError: Error, Sendable, Hashable {
    /// The bytes could not be read as text at all.
    case unreadable(TextFileError)
    /// The file claims an encoding that is not taken.
    case unsupportedEncoding(name: String)
    /// The file does not begin as XML does.
    case notXML
    /// The XML is of another kind.
    case wrongRoot(found: String, line: Int)
    /// A document type or entity declaration: no CTF has one, and attacks on XML readers begin with one.
    case documentType(line: Int)
    /// The XML breaks its own rules. `reason` is a sentence in plain words.
    case notWellFormed(line: Int, column: Int, reason: String)
    /// The file ends before its last element is closed.
    case truncated(line: Int)
    case tooDeep(line: Int, limit: Int)
    /// `element` is nil inside an element that is passed over.
    case textTooLong(line: Int, element: String?, limit: Int)
    /// A pupil with more records, or periods, than any pupil has.
    case pupilTooLarge(line: Int, limit: Int)
    case headerMissing
    case repeatedHeader(line: Int)

    /// What is wrong, where, and what to do, for the person who gave the file.
    public var message: String {
        switch self {
        case .unreadable(let error):
            error.message
        case .unsupportedEncoding(let name):
            "The file says its encoding is \(name). It must be UTF-8, UTF-16 or Windows-1252. Export it again."
        case .notXML:
            "The selected file must be a Common Transfer File (XML). This one does not begin as XML does."
        case .wrongRoot(let found, let line):
            Self.wrongRootMessage(found: found, line: line)
        case .documentType(let line):
            "Line \(line) has a document type declaration (DOCTYPE). A Common Transfer File must not have one."
        case .notWellFormed(let line, let column, let reason):
            "The file is damaged at line \(line), column \(column): \(reason) Export it again from where it came from."
        case .truncated(let line):
            "The file ends too early, after line \(line): the rest is missing. Download or export it again."
        case .tooDeep(let line, let limit):
            "Line \(line) has elements inside each other more than \(limit) deep. This is not a Common Transfer File."
        case .textTooLong(let line, let element, let limit):
            "The text \(element.map { "of “\($0)” " } ?? "")in line \(line) must be \(limit) bytes or shorter."
        case .pupilTooLarge(let line, let limit):
            "The pupil that begins in line \(line) must have \(limit) records or fewer."
        case .headerMissing:
            "The file must have a Header that says which school it comes from."
        case .repeatedHeader(let line):
            "Line \(line) begins a second Header. A Common Transfer File must have one."
        }
    }

    private static func wrongRootMessage(found: String, line: Int) -> String {
        if found.lowercased() == "atfile" {
            return "The selected file is an admissions file (ATfile). It must be a Common Transfer File (CTfile)."
        }
        return "The selected file must be a Common Transfer File: line \(line) begins with “\(found)”, not “CTfile”."
    }
}
