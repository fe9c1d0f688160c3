/// A report over statutory assessments that can be written in every form.
public protocol StatutoryContent: Sendable {
    func json() -> JSONText
    /// Rows for a spreadsheet, headings first.
    func table() -> [[String]]
    /// For a terminal.
    ///
    /// - Parameter title: what stands first, such as the school's name and number.
    func text(title: String) -> String
}

extension StatutoryDashboard: StatutoryContent {
    public func text(title: String) -> String { text(report: StatutoryReportName.dashboard.title, title: title) }
}

extension AssessmentReport: StatutoryContent {}
