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
    /// Whom it is for, in a sentence.
    public var receiver: String
    /// The version of the format.
    public var version: String
    public var pupils: Int
    public var results: Int
    /// The time as of which the data stands, in words.
    public var asOf: String
    public var lines: [Line]
    public var remarks: [String]
    public var canBeMade: Bool
    /// Whether it is a return that is made only without refusals.
    public var isStrict: Bool

    public init(
        fileName: String, receiver: String, version: String, pupils: Int, results: Int, asOf: String, lines: [Line],
        remarks: [String], canBeMade: Bool, isStrict: Bool
    ) {
        self.fileName = fileName
        self.receiver = receiver
        self.version = version
        self.pupils = pupils
        self.results = results
        self.asOf = asOf
        self.lines = lines
        self.remarks = remarks
        self.canBeMade = canBeMade
        self.isStrict = isStrict
    }

    var facts: [Fact] {
        [
            Fact("For", receiver), Fact("Format", "CTF \(version)"), Fact("Pupils", Count.grouped(pupils)),
            Fact("Results", Count.grouped(results)), Fact("Data as of", asOf),
        ]
    }

    /// How many lines are of a severity.
    public func count(_ severity: Line.Severity) -> Int { lines.count { $0.severity == severity } }
}
