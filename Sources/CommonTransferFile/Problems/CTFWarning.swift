public import TextFiles

/// Something in a file that was understood, or passed over, and should be known. Lines count from 1.
public enum CTFWarning: Sendable, Hashable {
    /// The root element is spelt otherwise than `CTfile`.
    case rootSpelling(found: String)
    /// The bytes are not in the encoding that the file claims (UTF-8, when it claims none).
    case readAs(TextEncoding, claimed: String)
    /// An element that is not part of the format, with everything in it, was passed over.
    case unknownElement(name: String, count: Int, firstLine: Int)
    /// More names of unknown elements than are listed one by one.
    case moreUnknownElements(count: Int)
    /// Sections that are part of the format and are not kept on purpose.
    case sectionsNotKept([String])
    /// An element that may occur once occurs again; the first value was kept.
    case repeatedElement(name: String, count: Int, firstLine: Int)
    /// What stands where only true or false may; nothing was taken of it. The line is that of the pupil.
    case unreadableFlag(name: String, example: String, count: Int, firstLine: Int)
    /// The file has no pupils.
    case noPupils

    /// The warning, for the person who gave the file.
    public var message: String {
        switch self {
        case .rootSpelling(let found):
            "The file begins with “\(found)” where “CTfile” is usual. It was read all the same."
        case .readAs(let encoding, let claimed):
            "The file should be \(claimed) but is not. It was read as \(encoding.title): check names with accents."
        case .unknownElement(let name, let count, let firstLine):
            "“\(name)” is not known and was passed over (\(Self.times(count)), first in line \(firstLine))."
        case .moreUnknownElements(let count):
            "\(count) more elements with other unknown names were passed over."
        case .sectionsNotKept(let names):
            "Read past and not kept: \(names.joined(separator: ", ")). No results are in them."
        case .repeatedElement(let name, let count, let firstLine):
            "“\(name)” is given more than once (\(Self.times(count)), first in line \(firstLine)). The first value was kept."
        case .unreadableFlag(let name, let example, let count, let firstLine):
            "“\(name)” must be true or false; “\(example)” was not taken (\(Self.times(count)), first of the pupil in line \(firstLine))."
        case .noPupils:
            "The file has no pupils in it."
        }
    }

    private static func times(_ count: Int) -> String {
        count == 1 ? "once" : "\(count) times"
    }
}
