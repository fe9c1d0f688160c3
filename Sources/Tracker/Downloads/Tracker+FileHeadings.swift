public import Assessment

extension Tracker {
    /// The heading under which a column of an assessment goes out in a file ("Reading paper 1"): unambiguous, and read back as
    /// that column.
    public static func fileHeading(_ column: Column, of kind: AssessmentKind) -> String {
        ResultsFields.heading(column, kind)
    }
}
