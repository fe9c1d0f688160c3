public import Assessment

/// In which state the results of one assessment and year are: equal states, equal values.
///
/// Each change adds a cell or raises the revision of one, so the number of cells and the sum of revisions only grow; the time of
/// the last change tells data apart that were restored in between.
public struct ResultState: Sendable, Hashable {
    public let cells: Int64
    public let revisions: Int64
    public let changedAt: String

    public init(cells: Int64, revisions: Int64, changedAt: String) {
        self.cells = cells
        self.revisions = revisions
        self.changedAt = changedAt
    }

    /// Nothing was ever entered.
    public static let nothing = ResultState(cells: 0, revisions: 0, changedAt: "")
}

extension ResultStore {
    /// The state of some assessments in some years, of those with results; one scan of their cells, values not read.
    public func states(school: Int64, years: Set<SchoolYear>, of kinds: Set<AssessmentKind>) throws
        -> [SchoolYear: [AssessmentKind: ResultState]]
    {
        var states: [SchoolYear: [AssessmentKind: ResultState]] = [:]
        guard !years.isEmpty, !kinds.isEmpty else { return states }
        // Named one by one, each is a range of the key; a range of years would read all assessments of them.
        let asked: [SQLValue] =
            years.map { .int(Int64($0.endYear)) } + kinds.map { .text($0.rawValue) }
        let places = (2..<asked.count + 2).map { "$\($0)" }
        try session.forEachRow(
            """
            SELECT year, assessment, count(*), CAST(sum(revision) AS BIGINT), max(changed_at) FROM result_value
            WHERE school_id = $1 AND year IN (\(places.prefix(years.count).joined(separator: ", ")))
            AND assessment IN (\(places.suffix(kinds.count).joined(separator: ", "))) GROUP BY year, assessment
            """, [.int(school)] + asked
        ) { row in
            let kind: AssessmentKind = try row.value(1, "assessment")
            states[try row.schoolYear(0), default: [:]][kind] = ResultState(
                cells: try row.int(2), revisions: try row.int(3), changedAt: try row.text(4))
        }
        return states
    }
}
