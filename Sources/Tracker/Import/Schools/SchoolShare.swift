public import Storage

/// The lines of a results file that are one school's.
public struct SchoolShare: Sendable, Hashable {
    /// The school; nil where none is known for which the person may bring files in.
    public var school: School?
    /// `820/9992 (Ferndale Primary School)`; of a school that is not known or not theirs only what the file says of it.
    public var title: String
    public var lines: Int
    /// The first of them, from 1.
    public var firstLine: Int
    /// Why nothing of these lines can be taken; nil for a school of theirs.
    public var reason: String?

    public init(school: School?, title: String, lines: Int, firstLine: Int, reason: String? = nil) {
        self.school = school
        self.title = title
        self.lines = lines
        self.firstLine = firstLine
        self.reason = reason
    }
}
