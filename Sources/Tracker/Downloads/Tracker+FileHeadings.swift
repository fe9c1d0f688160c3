public import Assessment

extension Tracker {
    /// The heading under which a column goes out in a file ("Reading paper 1"): unambiguous, and read back as that column.
    public static func fileHeading(_ column: Column) -> String { ResultsFields.heading(column) }
}
