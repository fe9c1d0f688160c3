/// The five statutory assessments, and what teachers judge term by term.
public enum AssessmentKind: String, Sendable, Codable, Hashable, CaseIterable {
    case eyfsp
    case phonics
    case ks1
    case mtc
    case ks2
    /// Teachers' own judgements, of every year group and term.
    case summative

    /// Those that the law asks for, in the order of the pupils' years.
    public static let statutory: [AssessmentKind] = [.eyfsp, .phonics, .ks1, .mtc, .ks2]

    public var title: String {
        switch self {
        case .eyfsp: "Early Years Foundation Stage Profile"
        case .phonics: "Phonics screening check"
        case .ks1: "End of Key Stage 1"
        case .mtc: "Multiplication tables check"
        case .ks2: "End of Key Stage 2"
        case .summative: "Summative assessment"
        }
    }

    /// The year groups of which it has a grid: the one that takes it, Year 2 for the phonics check taken again, and all for
    /// the summative assessment.
    public var yearGroups: [YearGroup] {
        switch self {
        case .phonics: [.year1, .year2]
        case .summative: [.reception, .year1, .year2, .year3, .year4, .year5, .year6]
        default: [yearGroup]
        }
    }

    /// The year group that takes it; of the summative assessment, which all take, the oldest.
    public var yearGroup: YearGroup {
        switch self {
        case .eyfsp: .reception
        case .phonics: .year1
        case .ks1: .year2
        case .mtc: .year4
        case .ks2, .summative: .year6
        }
    }
}
