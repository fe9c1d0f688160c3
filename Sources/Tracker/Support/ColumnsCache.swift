import Assessment
import Synchronization

/// The columns of the assessments by year. They follow from shipped data alone, so what was made once holds.
final class ColumnsCache: Sendable {
    private struct Key: Hashable {
        let assessment: YearGroupAssessment
        let year: Int
    }

    private let made = Mutex<[Key: Result<any AssessmentColumns, AssessmentNotHeld>]>([:])

    /// - Throws: why there are none in the year.
    func columns(_ assessment: YearGroupAssessment, year: SchoolYear, reference: ReferenceData)
        throws(AssessmentNotHeld)
        -> any AssessmentColumns
    {
        let key = Key(assessment: assessment, year: year.endYear)
        if let known = made.withLock({ $0[key] }) { return try known.get() }
        let columns = SnapshotReader.held(assessment, year, reference)
        made.withLock { $0[key] = columns }
        return try columns.get()
    }
}
