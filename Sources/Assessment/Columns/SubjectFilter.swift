/// The subject filters of the entry grid of the key stages; each assessment's own list, these included by the same names, is
/// ``AssessmentColumns/filters``.
public enum SubjectFilter: String, Sendable, Hashable, CaseIterable {
    case english
    case mathematics
    case science
    case summary

    public var title: String {
        switch self {
        case .english: "English"
        case .mathematics: "Mathematics"
        case .science: "Science"
        case .summary: "Summary"
        }
    }

    /// Whether the grid shows a column under this filter.
    ///
    /// Summary shows outcomes side by side: scaled score, outcome and teacher assessment of each subject.
    public func shows(_ column: Column) -> Bool {
        switch self {
        case .english: [.reading, .gps, .writing].contains(column.subject)
        case .mathematics: column.subject == .mathematics
        case .science: column.subject == .science
        case .summary:
            switch column.kind {
            case .mark, .total: false
            case .scaledScore, .outcome, .teacherAssessment: true
            }
        }
    }
}
