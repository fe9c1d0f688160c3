import Assessment
import Spreadsheets

/// The headings of results files: the DfE's published pupil-level names and what people and other programs write for them.
///
/// Sources: names of the National Pupil Database and of the portal's files (READMRK, GPSPAPER1MRK, MATSCORE ...).
enum ResultsFields {
    /// A field with the name a list of choices shows.
    struct Field: Sendable {
        let id: String
        let title: String
        let names: [String]

        init(_ id: String, _ title: String, _ names: [String]) {
            self.id = id
            self.title = title
            self.names = names + [title]
        }

        var known: KnownField { KnownField(id: id, names: names) }
    }

    static let identity: [Field] = [
        Field("upn", "UPN", ["Unique pupil number", "Pupil UPN", "UPN number"]),
        Field("surname", "Surname", ["Legal surname", "Last name", "Family name", "Pupil surname"]),
        Field(
            "forename", "Forename",
            ["Forenames", "Legal forename", "First name", "Given name", "Given names", "Pupil forename", "Forename(s)"]),
        Field("name", "Name", ["Pupil", "Pupil name", "Full name"]),
        Field("class", "Class", ["Reg group", "Registration group", "Form", "Class name"]),
        Field("date_of_birth", "Date of birth", ["DOB", "Birth date", "Birthdate", "D.O.B."]),
        Field("sex", "Sex", ["Gender", "Legal sex"]),
        Field("urn", "URN", ["School URN"]),
        Field(
            "laestab", "DfE number",
            ["LAESTAB", "LA Estab", "DfE no", "DFENUMBER", "Establishment number", "School DfE number"]),
        Field("year", "Year of the results", ["Test year", "Assessment year", "Results year", "Cohort year"]),
        Field("year_group", "Year group", ["NCYEARACTUAL", "NC year", "NC year actual", "Year group of the pupil"]),
    ]

    /// Columns of Key Stage 2; the id is the ``ColumnID``. Those of other assessments have the assessment before it.
    static let values: [Field] =
        test(
            "reading", "Reading", ["READ", "READING", "ENG READING"],
            papers: [("paper 1", ["READMRK", "Reading test", "Reading test mark"])], totals: ["READTOTMRK"])
        + test(
            "gps", "GPS", ["GPS", "SPAG", "GaPS", "Grammar, punctuation and spelling"],
            papers: [
                (
                    "paper 1",
                    [
                        "GPSPAPER1MRK", "GPS_T2MARK", "GPS questions", "GPS paper 1 questions",
                        "Grammar and punctuation mark",
                    ]
                ),
                (
                    "paper 2",
                    ["GPSPAPER2MRK", "GPS_T3MARK", "GPS spelling", "GPS paper 2 spelling", "Spelling mark", "Spelling"]
                ),
            ], totals: ["GPSMRK", "GPS_TESTMARK", "GPS mark", "GPS test mark"])
        + test(
            "mathematics", "Mathematics", ["MAT", "MATHS", "MATHEMATICS"],
            papers: [
                (
                    "paper 1",
                    [
                        "MATARITHMRK", "MATARTHMRK", "MATARITHMARK", "MATPAPER1MRK", "Arithmetic", "Arithmetic mark",
                        "Maths arithmetic",
                    ]
                ),
                ("paper 2", ["MATPAPER2MRK", "Maths reasoning 1", "Reasoning 1"]),
                ("paper 3", ["MATPAPER3MRK", "Maths reasoning 2", "Reasoning 2"]),
            ], totals: ["MATMRK", "MATTOTMRK", "Maths mark", "Mathematics mark", "Maths test mark"])
        + judgements

    /// The teacher assessments of a key stage.
    private static let judgements: [Field] = [
        Field(
            "reading.ta", "Reading teacher assessment",
            ["READTAOUTCOME", "Reading TA", "READTA", "Reading TA outcome"]),
        Field(
            "writing.ta", "Writing teacher assessment",
            ["WRITTAOUTCOME", "Writing TA", "WRITTA", "Writing", "Writing outcome", "Writing TA outcome"]),
        Field(
            "mathematics.ta", "Mathematics teacher assessment",
            ["MATTAOUTCOME", "Maths TA", "Mathematics TA", "MATTA", "Maths TA outcome", "Maths teacher assessment"]),
        Field(
            "science.ta", "Science teacher assessment",
            ["SCITAOUTCOME", "Science TA", "SCITA", "Science", "Science outcome", "Science TA outcome"]),
    ]

    /// Columns of Key Stage 1: named as those of Key Stage 2, with KS1 before it.
    static let keyStage1: [Field] =
        (test("reading", "Reading", ["READ"], papers: [("paper 1", []), ("paper 2", [])], totals: [])
        + test(
            "gps", "GPS", ["SPAG", "GaPS", "Grammar, punctuation and spelling"],
            papers: [("paper 1", ["GPS spelling", "Spelling"]), ("paper 2", ["GPS questions", "Questions"])], totals: []
        )
        + test(
            "mathematics", "Mathematics", ["MAT", "MATHS"],
            papers: [("paper 1", ["Arithmetic"]), ("paper 2", ["Reasoning"])], totals: []) + judgements)
        .map { field in Field("ks1.\(field.id)", "KS1 \(field.title)", field.names.map { "KS1 \($0)" }) }

    static let profile: [Field] = EarlyYearsGoals.all.map { goal in
        Field("eyfsp.\(goal.id)", goal.fullTitle, [goal.name, "EYFSP \(goal.name)", "EYFSP \(goal.title)"])
    }

    static let phonics: [Field] =
        ["1", "2"].flatMap { group in
            [
                Field(
                    "phonics.y\(group).mark", "Phonics Year \(group) mark",
                    ["Year \(group) phonics mark", "Y\(group) phonics mark", "Phonics mark Year \(group)"]),
                Field(
                    "phonics.y\(group).outcome", "Phonics Year \(group) outcome",
                    ["Year \(group) phonics outcome", "Y\(group) phonics outcome", "Phonics outcome Year \(group)"]),
            ]
        } + [
            Field(
                "phonics.mark", "Phonics mark of the pupil’s year group",
                ["PHONICS_MARK", "Phonics mark", "Phonics screening check mark", "Phonics score"]),
            Field(
                "phonics.outcome", "Phonics outcome of the pupil’s year group",
                ["PHONICS_OUTCOME", "Phonics outcome", "Phonics screening check outcome"]),
        ]

    static let multiplication: [Field] = [
        Field(
            "mtc.mark", "Multiplication tables check mark",
            ["FormMark", "MTC mark", "MTC score", "MTC", "Multiplication tables check"]),
        Field("mtc.status", "Multiplication tables check status", ["PupilStatus", "MTC status"]),
        Field(
            "mtc.reason", "Reason for not taking the multiplication tables check",
            ["ReasonNotTakingCheck", "Reason not taking check", "MTC reason"]),
    ]

    /// Teachers' judgements, term by term: `Autumn 1 reading`, as the grid's download has it, and what people write for it.
    static let summative: [Field] = SummativeTerm.allCases.flatMap { term in
        Subject.summative.map { subject in
            let short = "\(term.title.prefix(3)) \(term.title.suffix(1))"
            return Field(
                id(SummativeColumns.id(term, subject), .summative), "\(term.title) \(subject.inSentence)",
                [term.title, short].flatMap { term in
                    [subject.title, subject.shortTitle].flatMap { ["\(term) \($0)", "\($0) \(term)"] }
                })
        }
    }

    /// Worked out here, and never read.
    static let workedOut: [Field] = [
        Field("eyfsp.gld", "Good level of development", ["GLD"]),
        Field("eyfsp.goals", "Goals at the expected level", []),
    ]

    static let all = identity + values + keyStage1 + profile + phonics + multiplication + summative + workedOut

    /// The assessments of which a file has columns.
    static func kinds(_ map: HeadingMap) -> Set<AssessmentKind> {
        let fields: [(AssessmentKind, [Field])] = [
            (.ks2, values), (.ks1, keyStage1), (.eyfsp, profile), (.phonics, phonics), (.mtc, multiplication),
            (.summative, summative),
        ]
        return Set(fields.filter { $0.1.contains { map.column(of: $0.id) != nil } }.map(\.0))
    }

    /// The field of a column of an assessment.
    static func id(_ column: ColumnID, _ kind: AssessmentKind) -> String {
        kind == .ks2 ? column.rawValue : "\(kind.rawValue).\(column)"
    }

    /// The heading under which a column goes out, which is read back as that column.
    static func heading(_ column: Column, _ kind: AssessmentKind) -> String {
        titles[id(column.id, kind)] ?? column.fullTitle
    }

    private static let titles = Dictionary(all.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })

    private static func test(
        _ id: String, _ title: String, _ stems: [String], papers: [(title: String, names: [String])], totals: [String]
    ) -> [Field] {
        func names(_ endings: [String]) -> [String] {
            ([title] + stems).flatMap { stem in endings.map { stem + $0 } }
        }
        var fields: [Field] = []
        for (number, paper) in papers.enumerated() {
            let endings =
                papers.count == 1
                ? [" paper", " paper 1", " mark", " raw mark", " raw score", " paper mark", "MRK", "MARK"]
                : [" paper \(number + 1)", " paper \(number + 1) mark", " P\(number + 1)"]
            fields.append(Field("\(id).paper\(number + 1)", "\(title) \(paper.title)", names(endings) + paper.names))
        }
        fields.append(
            Field(
                "\(id).total", "\(title) total",
                names(
                    [" total", " total mark", " total marks"] + (papers.count > 1 ? [" raw score", " raw mark"] : []))
                    + totals))
        fields.append(
            Field("\(id).scaled", "\(title) scaled score", names(["SCORE", " scaled score", " scaled", " SS"])))
        fields.append(
            Field("\(id).no_speccon", "\(title) scaled score without special consideration", names(["SCORE_noSpeccon"]))
        )
        fields.append(
            Field("\(id).speccon", "\(title) special consideration", names(["SPECCON", " special consideration"])))
        fields.append(
            Field("\(id).outcome", "\(title) outcome", names(["OUTCOME", " test outcome", " outcome"])))
        return fields
    }
}
