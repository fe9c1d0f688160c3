public import Assessment

/// An assessment that can stand on either side of a conversion matrix.
public enum MatrixPoint: Sendable, Hashable, Identifiable {
    /// Good level of development, or not.
    case goodLevel
    /// How many of the 17 goals were at the expected level.
    case goals
    case phonicsYear1
    /// Met in Year 1 or 2, or not.
    case phonicsEndOfYear2
    /// Teacher assessment at the end of Key Stage 1.
    case keyStage1
    case multiplication
    case keyStage2TeacherAssessment
    case keyStage2Test
    /// What the teacher judged in a term of a year group.
    case judgement(YearGroup, SummativeTerm)

    /// Those of the statutory assessments, in the order of the pupils' years.
    public static let statutory: [MatrixPoint] = [
        .goodLevel, .goals, .phonicsYear1, .phonicsEndOfYear2, .keyStage1, .multiplication,
        .keyStage2TeacherAssessment, .keyStage2Test,
    ]

    /// Every one that there is.
    public static let all: [MatrixPoint] =
        statutory
        + AssessmentKind.summative.yearGroups.flatMap { group in
            SummativeTerm.allCases.map { MatrixPoint.judgement(group, $0) }
        }

    /// As addresses and commands have it: `eyfsp.gld`, `ks2.test`, `year5.summer2`, `reception.autumn1`.
    public var id: String {
        switch self {
        case .goodLevel: "eyfsp.gld"
        case .goals: "eyfsp.goals"
        case .phonicsYear1: "phonics.year1"
        case .phonicsEndOfYear2: "phonics.end_of_year2"
        case .keyStage1: "ks1"
        case .multiplication: "mtc"
        case .keyStage2TeacherAssessment: "ks2.ta"
        case .keyStage2Test: "ks2.test"
        case .judgement(let group, let term):
            "\(group == .reception ? "reception" : "year\(group.rawValue)").\(term.rawValue)"
        }
    }

    private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

    public init?(id: String) {
        guard let point = Self.byID[id] else { return nil }
        self = point
    }

    public var title: String {
        switch self {
        case .goodLevel: "EYFSP good level of development"
        case .goals: "EYFSP goals at the expected level"
        case .phonicsYear1: "Phonics, Year 1"
        case .phonicsEndOfYear2: "Phonics, by the end of Year 2"
        case .keyStage1: "Key Stage 1 teacher assessment"
        case .multiplication: "Multiplication tables check"
        case .keyStage2TeacherAssessment: "Key Stage 2 teacher assessment"
        case .keyStage2Test: "Key Stage 2 test"
        case .judgement(let group, let term): "\(group.title) \(term.title)"
        }
    }

    /// The subjects it has; none where it is of one thing alone.
    public var subjects: [Subject] {
        switch self {
        case .goodLevel, .goals, .phonicsYear1, .phonicsEndOfYear2, .multiplication: []
        case .keyStage1, .keyStage2TeacherAssessment: [.reading, .writing, .mathematics, .science]
        case .keyStage2Test: [.reading, .mathematics, .gps]
        case .judgement: Subject.summative
        }
    }
}
