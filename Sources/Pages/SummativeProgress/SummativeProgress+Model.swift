public import Reports

/// Progress between two terms by teachers' judgements.
public struct SummativeProgressModel: Sendable {
    /// How many pupils took a step, and the way to them.
    public struct Part: Sendable, Hashable {
        public var step: ProgressStep
        /// `12 of 58 (21%)`; the number alone for pupils who were not assessed.
        public var words: String
        public var count: Int
        public var address: String?

        public init(step: ProgressStep, words: String, count: Int, address: String?) {
            self.step = step
            self.words = words
            self.count = count
            self.address = address
        }
    }

    /// One subject of one group.
    public struct Line: Sendable, Hashable {
        /// The subject; in a table by group, the group.
        public var title: String
        /// In the order of the steps, not assessed last.
        public var parts: [Part]

        public init(title: String, parts: [Part]) {
            self.title = title
            self.parts = parts
        }

        func count(_ step: ProgressStep) -> Int { parts.first { $0.step == step }?.count ?? 0 }
    }

    /// A subject by group.
    public struct Table: Sendable, Hashable {
        public var subject: String
        public var lines: [Line]

        public init(subject: String, lines: [Line]) {
            self.subject = subject
            self.lines = lines
        }
    }

    public var breadcrumbs: [Breadcrumb]
    public var form: AnalysisForm
    public var bar: ReportBar
    /// `Year 6, all pupils`
    public var who: String
    /// `Autumn 1 to Summer 2, 2025/26`
    public var terms: String
    /// A line a subject.
    public var lines: [Line]
    /// By group; empty where one group alone is asked for.
    public var tables: [Table]
    public var notes: [String]
    public var empty: ReportEmpty?

    public init(
        breadcrumbs: [Breadcrumb], form: AnalysisForm, bar: ReportBar, who: String, terms: String, lines: [Line],
        tables: [Table], notes: [String], empty: ReportEmpty? = nil
    ) {
        self.breadcrumbs = breadcrumbs
        self.form = form
        self.bar = bar
        self.who = who
        self.terms = terms
        self.lines = lines
        self.tables = tables
        self.notes = notes
        self.empty = empty
    }
}
