import Assessment
import Synchronization

/// The columns of the assessments by year. Those of statutory assessments follow from shipped data alone, so what was made once
/// holds; those of judgements are kept with the school's settings that they follow from (``SchoolSummative``).
final class ColumnsCache: Sendable {
    private struct Key: Hashable {
        let assessment: YearGroupAssessment
        let year: Int
    }

    private let reference: ReferenceData
    private let made = Mutex<[Key: Result<any AssessmentColumns, AssessmentNotHeld>]>([:])

    init(_ reference: ReferenceData) { self.reference = reference }

    /// - Parameter summative: how the school at hand judges; only judgements look at it.
    /// - Throws: why there are none in the year.
    func columns(_ assessment: YearGroupAssessment, year: SchoolYear, summative: SchoolSummative)
        throws(AssessmentNotHeld)
        -> any AssessmentColumns
    {
        guard assessment.kind != .summative else {
            return try summative.columns(assessment.yearGroup, year: year, reference: reference)
        }
        let key = Key(assessment: assessment, year: year.endYear)
        if let known = made.withLock({ $0[key] }) { return try known.get() }
        let columns: Result<any AssessmentColumns, AssessmentNotHeld>
        do throws(AssessmentNotHeld) {
            columns = .success(try reference.columns(of: assessment, year: year.endYear))
        } catch {
            columns = .failure(error)
        }
        made.withLock { $0[key] = columns }
        return try columns.get()
    }
}
