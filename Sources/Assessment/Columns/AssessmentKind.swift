/// The five statutory assessments.
public enum AssessmentKind: String, Sendable, Codable, Hashable, CaseIterable {
    case eyfsp
    case phonics
    case ks1
    case mtc
    case ks2

    public var title: String {
        switch self {
        case .eyfsp: "Early Years Foundation Stage Profile"
        case .phonics: "Phonics screening check"
        case .ks1: "End of Key Stage 1"
        case .mtc: "Multiplication tables check"
        case .ks2: "End of Key Stage 2"
        }
    }

    /// The year groups of which it has a grid: the one that takes it, and Year 2 for the phonics check taken again.
    public var yearGroups: [YearGroup] { self == .phonics ? [.year1, .year2] : [yearGroup] }

    /// The year group that takes it.
    public var yearGroup: YearGroup {
        switch self {
        case .eyfsp: .reception
        case .phonics: .year1
        case .ks1: .year2
        case .mtc: .year4
        case .ks2: .year6
        }
    }
}
