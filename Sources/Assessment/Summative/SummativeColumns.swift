/// The columns of the summative assessment of one year group and year: a judgement for each term and subject, such as
/// `autumn1.reading`.
///
/// Nothing is due by statute, so nothing of it is ever counted as missing; how much of a term is in is told by class and term.
public struct SummativeColumns: AssessmentColumns {
    public let year: Int
    /// Where the pupils are in that year; a pupil has one place a year, so the values of a year are of one year group.
    public let yearGroup: YearGroup
    /// The subjects, in order.
    public let subjects: [Subject]
    public let all: [Column]
    public let filters: [ColumnFilter]
    private let byID: [ColumnID: Column]
    private let labels: [SummativeTerm: [JudgementLabel]]

    public var kind: AssessmentKind { .summative }
    public var isStatutory: Bool { false }

    init(year: Int, yearGroup: YearGroup, settings: SummativeSettings) {
        self.year = year
        self.yearGroup = yearGroup
        subjects = settings.subjects
        var labels: [SummativeTerm: [JudgementLabel]] = [:]
        for term in SummativeTerm.allCases {
            labels[term] =
                SchoolYear(endYear: year).map { settings.labels(of: term, in: $0) } ?? JudgementLabels.standard
        }
        self.labels = labels
        let terms = SummativeTerm.allCases.map { term in
            (term: term, columns: settings.subjects.map { Self.column(term, $0, year, labels[term] ?? []) })
        }
        all = terms.flatMap(\.columns)
        byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
        let groups = terms.map { ColumnFilter.Group($0.term.title, $0.columns) }
        filters =
            [ColumnFilter("year", "All terms", groups: groups)]
            + zip(terms, groups).map { ColumnFilter($0.term.rawValue, $0.term.title, groups: [$1]) }
            + settings.subjects.enumerated().map { place, subject in
                ColumnFilter(
                    subject.rawValue, subject.title,
                    groups: terms.map { ColumnFilter.Group($0.term.title, [$0.columns[place]]) })
            }
    }

    private static func column(_ term: SummativeTerm, _ subject: Subject, _ year: Int, _ labels: [JudgementLabel])
        -> Column
    {
        Column(
            id: id(term, subject), subject: subject, kind: .teacherAssessment, title: "\(term.title) judgement",
            codes: zip(Judgement.allCases, labels).map { judgement, label in
                ResultCode(
                    code: label.short, kind: .ta, subject: subject, years: year...year, entry: .typed,
                    measure: .counted, level: judgement.level, closesOther: false, meaning: label.words)
            },
            heading: [subject.shortTitle], fullTitle: "\(term.title) \(subject.inSentence)")
    }

    /// `autumn1.reading`.
    public static func id(_ term: SummativeTerm, _ subject: Subject) -> ColumnID {
        ColumnID(rawValue: "\(term.rawValue).\(subject.rawValue)")
    }

    /// The term and subject of a column; nil for a name that no judgement has.
    public static func parts(_ id: ColumnID) -> (term: SummativeTerm, subject: Subject)? {
        let parts = id.rawValue.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2, let term = SummativeTerm(rawValue: parts[0]), let subject = Subject(rawValue: parts[1])
        else { return nil }
        return (term, subject)
    }

    public func column(_ id: ColumnID) -> Column? { byID[id] }

    /// The words of a judgement in a term.
    public func label(of judgement: Judgement, in term: SummativeTerm) -> JudgementLabel {
        labels[term]?[judgement.position] ?? JudgementLabel(standard: judgement)
    }

    /// The judgement that a text means in a term, letters in either case: by the school's words, by its stored or its
    /// standard name; nil for other text.
    func judgement(_ text: String, in term: SummativeTerm) -> Judgement? {
        let folded = text.lowercased()
        return Judgement.allCases.first { judgement in
            let label = label(of: judgement, in: term)
            return [label.short, label.words, judgement.rawValue, judgement.title].contains {
                $0.lowercased() == folded
            }
        }
    }

    /// - Returns: the stored name of the judgement, whatever words it was given in.
    public func read(_ text: String, as column: Column, source: EntrySource) throws(EntryProblem) -> String? {
        if let term = Self.parts(column.id)?.term, let judgement = judgement(trimBlanks(text), in: term) {
            return judgement.rawValue
        }
        return try ValueForm.read(text, as: column, year: year, source: source)
    }

    public func row(_ facts: Facts, earlier: Facts, tables: ConversionTables) -> SummativeRow {
        SummativeRow(columns: self, facts: facts)
    }
}
