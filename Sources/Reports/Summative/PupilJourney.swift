public import Assessment

/// One pupil with every row of every assessment and year that is known: what a report over time is made of.
public struct PupilJourney: Sendable {
    public let pupil: Pupil
    /// Where the pupil stands in the year of the report.
    public let place: CohortPlace
    /// In any order; each row says of which assessment, year and year group it is.
    public let rows: [any AssessmentRow]

    public init(pupil: Pupil, place: CohortPlace, rows: [any AssessmentRow]) {
        self.pupil = pupil
        self.place = place
        self.rows = rows
    }

    /// The last row of an assessment in which something is recorded; a pupil who took it again counts by the last time.
    func row(_ kind: AssessmentKind, _ yearGroup: YearGroup? = nil) -> (any AssessmentRow)? {
        var last: (any AssessmentRow)?
        for row in rows {
            let columns: any AssessmentColumns = row.columns
            guard columns.kind == kind, columns.yearGroup == yearGroup ?? kind.yearGroup, !row.isEmpty,
                columns.year > last?.columns.year ?? 0
            else { continue }
            last = row
        }
        return last
    }

    /// The judgements of a school year.
    func judgements(in year: Int) -> SummativeRow? {
        for row in rows {
            if let row = row as? SummativeRow, row.columns.year == year { return row }
        }
        return nil
    }
}
