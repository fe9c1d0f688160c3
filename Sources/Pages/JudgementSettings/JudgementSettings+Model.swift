/// When a school's terms are, which subjects its teachers judge, and its words for judgements.
///
/// Three forms are sent to ``SchoolPage/judgementSettings`` with `_csrf`, `revision` and `do`: `subjects` with a `subject` for each that
/// is ticked, `terms` (or `usual-terms`) with a day in each field of ``Term``, `words` with the fields of ``Words`` and `from`. The
/// notice after a change sends `do=undo`.
public struct JudgementSettingsModel: Page {
    public struct Subject: Hashable, Sendable {
        public var id: String
        public var title: String
        public var isOn: Bool

        public init(id: String, title: String, isOn: Bool) {
            self.id = id
            self.title = title
            self.isOn = isOn
        }
    }

    /// A term with its days as stored or as typed, `2026-05-14`; the fields are `autumn1.first` and `autumn1.last`.
    public struct Term: Hashable, Sendable {
        public var id: String
        public var title: String
        public var first: String
        public var last: String
        /// `3 September 2025 to 24 October 2025`.
        public var stored: String
        /// The usual days, said in the same way.
        public var usual: String

        public init(id: String, title: String, first: String, last: String, stored: String, usual: String) {
            self.id = id
            self.title = title
            self.first = first
            self.last = last
            self.stored = stored
            self.usual = usual
        }
    }

    /// A judgement with its words as stored or as typed; the fields are `BE.short` and `BE.words`.
    public struct Words: Hashable, Sendable {
        public var id: String
        /// What the judgement is called until a school chooses its own words.
        public var title: String
        public var short: String
        public var words: String

        public init(id: String, title: String, short: String, words: String) {
            self.id = id
            self.title = title
            self.short = short
            self.words = words
        }
    }

    /// Words that have held from a day on.
    public struct Change: Hashable, Sendable {
        /// `1 September 2026`; nil for the standard words, which held before all changes.
        public var from: String?
        /// Six, the lowest judgement first.
        public var words: [(short: String, words: String)]

        public init(from: String?, words: [(short: String, words: String)]) {
            self.from = from
            self.words = words
        }

        public static func == (left: Self, right: Self) -> Bool {
            left.from == right.from && left.words.elementsEqual(right.words, by: ==)
        }

        public func hash(into hasher: inout Hasher) {
            hasher.combine(from)
            for word in words { hasher.combine(word.short) }
        }
    }

    public var place: SchoolPlace
    /// Names the settings that are shown.
    public var revision: String
    public var subjects: [Subject]
    /// Of the school year of ``place``.
    public var terms: [Term]
    /// Whether the school has set the dates of that year.
    public var hasOwnTerms: Bool
    public var words: [Words]
    /// The day from which new words are to hold, as typed.
    public var from: String
    /// Oldest first, the standard words before all.
    public var changes: [Change]
    /// Who changed something last, and when.
    public var lastChange: String?
    public var canEdit: Bool
    public var errors: [FieldError]

    public init(
        place: SchoolPlace, revision: String, subjects: [Subject], terms: [Term], hasOwnTerms: Bool, words: [Words],
        from: String, changes: [Change], lastChange: String?, canEdit: Bool, errors: [FieldError] = []
    ) {
        self.place = place
        self.revision = revision
        self.subjects = subjects
        self.terms = terms
        self.hasOwnTerms = hasOwnTerms
        self.words = words
        self.from = from
        self.changes = changes
        self.lastChange = lastChange
        self.canEdit = canEdit
        self.errors = errors
    }
}
