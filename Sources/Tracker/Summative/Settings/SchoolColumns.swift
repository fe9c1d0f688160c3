public import Assessment

/// The columns of all assessments as one school has them at one moment; only teachers' judgements differ from school to school.
public struct SchoolColumns: Sendable {
    let cache: ColumnsCache
    let summative: SchoolSummative

    /// How the school judges.
    public var settings: SummativeSettings { summative.settings }

    /// The columns of an assessment of a year group.
    ///
    /// - Throws: ``TrackerError/notHeld(_:)``.
    public func columns(of assessment: YearGroupAssessment, year: SchoolYear) throws(TrackerError)
        -> any AssessmentColumns
    {
        do throws(AssessmentNotHeld) {
            return try cache.columns(assessment, year: year, summative: summative)
        } catch {
            throw .notHeld(error)
        }
    }

    /// A column that takes values in any year group's grid of an assessment.
    ///
    /// - Throws: ``TrackerError/notHeld(_:)`` when no year group takes it in the year.
    public func column(_ id: ColumnID, of kind: AssessmentKind, year: SchoolYear) throws(TrackerError) -> Column? {
        var why: AssessmentNotHeld?
        var isHeld = false
        for group in kind.yearGroups {
            do throws(AssessmentNotHeld) {
                let columns = try cache.columns(YearGroupAssessment(kind, group), year: year, summative: summative)
                isHeld = true
                if let column = columns.column(id), column.isStored { return column }
            } catch {
                why = why ?? error
            }
        }
        if !isHeld, let why { throw .notHeld(why) }
        return nil
    }
}
