public import Assessment

/// The reports over statutory assessments, by the names that addresses and commands use.
public enum StatutoryReportName: String, Sendable, Hashable, CaseIterable {
    case dashboard = "statutory-dashboard"
    case eyfsp
    case phonics
    case ks1
    case mtc

    /// The report of an assessment; nil for End of Key Stage 2, which has the Outcomes report.
    public init?(_ kind: AssessmentKind) { self.init(rawValue: kind.rawValue) }

    /// The assessment it is about; nil for the dashboard.
    public var kind: AssessmentKind? { AssessmentKind(rawValue: rawValue) }

    public var title: String { kind?.title ?? "Statutory Dashboard" }

    /// The words on the tab of its sheet: at most 31 letters.
    public var sheetName: String {
        switch self {
        case .dashboard: "Statutory Dashboard"
        case .eyfsp: "EYFSP"
        case .phonics: "Phonics"
        case .ks1: "KS1"
        case .mtc: "MTC"
        }
    }
}
