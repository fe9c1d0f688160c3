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
    /// The state of every assessment with results in some years; one scan of their cells, values not read.
    public func states(school: Int64, years: ClosedRange<Int>) throws -> [SchoolYear: [AssessmentKind: ResultState]] {
        var states: [SchoolYear: [AssessmentKind: ResultState]] = [:]
        try session.forEachRow(
            """
            SELECT year, assessment, count(*), CAST(sum(revision) AS BIGINT), max(changed_at) FROM result_value
            WHERE school_id = $1 AND year >= $2 AND year <= $3 GROUP BY year, assessment
            """, [.int(school), .int(Int64(years.lowerBound)), .int(Int64(years.upperBound))]
        ) { row in
            let kind: AssessmentKind = try row.value(1, "assessment")
            states[try row.schoolYear(0), default: [:]][kind] = ResultState(
                cells: try row.int(2), revisions: try row.int(3), changedAt: try row.text(4))
        }
        return states
    }
}
