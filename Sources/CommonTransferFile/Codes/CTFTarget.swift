public import Assessment

/// Where the result of a record belongs.
public enum CTFTarget: Sendable, Hashable {
    /// A column of an assessment.
    case column(AssessmentKind, ColumnID)
    /// The mark of a phonics check. The record's year and the pupil's year group tell Year 1 from Year 2.
    case phonicsMark
    /// The outcome of a phonics check; see ``phonicsMark``.
    case phonicsOutcome
    /// A key stage 2 test of 2016 or later: mark, scaled score or outcome, as its value and that year's table tell. Its
    /// qualifier is not confirmed by any source and is not looked at.
    case keyStage2Test(Subject)
    /// Known, and kept as it came, but no assessment of the program has a column for it.
    case keptOnly(meaning: String)
    /// An estimate, a target or an interim result: kept as it came, never taken as the statutory result.
    case notAResult(status: String)
    /// No entry of the table has these codes.
    case unknown
}
