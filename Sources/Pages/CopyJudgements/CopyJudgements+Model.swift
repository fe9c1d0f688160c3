/// Copying the judgements of an earlier term forward, with what it would do shown first.
///
/// Sent to ``SchoolPage/copyJudgements(_:)`` with the same address and with `agreed`, the fingerprint of what was shown; or
/// with `undo`, the batch to take back; each with `_csrf`.
public struct CopyJudgementsModel: Sendable {
    /// What becomes of one judgement.
    public enum Cell: Hashable, Sendable {
        /// In the words of the later term.
        case copied(String)
        /// It was judged in the later term already.
        case kept(String)
        case nothing
    }

    public struct Row: Hashable, Sendable {
        public var name: String
        public var address: String
        /// Where several classes are shown.
        public var className: String?
        public var cells: [Cell]

        public init(name: String, address: String, className: String?, cells: [Cell]) {
            self.name = name
            self.address = address
            self.className = className
            self.cells = cells
        }
    }

    /// What would be done.
    public struct Plan: Hashable, Sendable {
        /// `5 Kestrel`
        public var who: String
        /// `Autumn 1, 2025/26`
        public var from: String
        public var to: String
        public var subjects: [String]
        public var rows: [Row]
        /// How many judgements are copied, kept, or not there.
        public var copied: Int
        public var kept: Int
        public var without: Int
        /// In words, of what is copied.
        public var date: String
        public var fingerprint: String

        public init(
            who: String, from: String, to: String, subjects: [String], rows: [Row], copied: Int, kept: Int,
            without: Int, date: String, fingerprint: String
        ) {
            self.who = who
            self.from = from
            self.to = to
            self.subjects = subjects
            self.rows = rows
            self.copied = copied
            self.kept = kept
            self.without = without
            self.date = date
            self.fingerprint = fingerprint
        }
    }

    public var place: SchoolPlace
    public var query: CopyQuery
    /// nil where there is no class to choose.
    public var form: AnalysisForm?
    /// nil when the choices can't be.
    public var plan: Plan?
    public var errors: [FieldError]

    public init(
        place: SchoolPlace, query: CopyQuery, form: AnalysisForm?, plan: Plan?, errors: [FieldError] = []
    ) {
        self.place = place
        self.query = query
        self.form = form
        self.plan = plan
        self.errors = errors
    }
}
