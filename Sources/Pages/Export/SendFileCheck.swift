/// What a file would hold and what speaks against it, in words.
public struct SendFileCheck: Hashable, Sendable {
    /// One line of the list.
    public struct Line: Hashable, Sendable {
        public enum Severity: Hashable, Sendable { case blocking, refusal, note }

        public var severity: Severity
        /// nil for the file as a whole.
        public var pupil: String?
        public var message: String
        /// Where it is put right; nil for the file as a whole.
        public var link: String?
        /// `Open the cell`
        public var linkTitle: String

        public init(
            severity: Severity, pupil: String?, message: String, link: String? = nil, linkTitle: String = ""
        ) {
            self.severity = severity
            self.pupil = pupil
            self.message = message
            self.link = link
            self.linkTitle = linkTitle
        }
    }

    public var fileName: String
    /// For whom, the version, the time as of which the data stands, how much is in it.
    public var facts: [Fact]
    public var lines: [Line]
    public var remarks: [String]
    public var canBeMade: Bool
    /// Whether it is a return that is made only without refusals.
    public var isStrict: Bool

    public init(
        fileName: String, facts: [Fact], lines: [Line], remarks: [String], canBeMade: Bool, isStrict: Bool
    ) {
        self.fileName = fileName
        self.facts = facts
        self.lines = lines
        self.remarks = remarks
        self.canBeMade = canBeMade
        self.isStrict = isStrict
    }

    /// How many lines are of a severity.
    public func count(_ severity: Line.Severity) -> Int { lines.count { $0.severity == severity } }
}
