/// The entries of the rail, in their order.
public enum RailSection: String, CaseIterable, Hashable, Sendable {
    case assessments
    case pupils
    case reports
    case analysis
    case files
    case school

    /// `Assessments`
    public var title: String {
        switch self {
        case .assessments: "Assessments"
        case .pupils: "Pupils"
        case .reports: "Reports"
        case .analysis: "Analysis"
        case .files: "Files"
        case .school: "School"
        }
    }

    /// The page the entry leads to.
    public var page: SchoolPage {
        switch self {
        case .assessments: .assessments
        case .pupils: .pupils()
        case .reports: .reports
        case .analysis: .analysis
        case .files: .files
        case .school: .school
        }
    }
}
