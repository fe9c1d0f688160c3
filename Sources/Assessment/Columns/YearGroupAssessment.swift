/// An assessment as one year group takes it: what a grid, a list of assessments and a cohort are of.
///
/// The phonics check has two: Year 1's, and Year 2's for those who take it again. The summative assessment has one of every
/// year group.
public struct YearGroupAssessment: Sendable, Hashable {
    public let kind: AssessmentKind
    public let yearGroup: YearGroup

    /// - Parameter yearGroup: nil for the one that takes it; any that is none of ``AssessmentKind/yearGroups`` reads as that.
    public init(_ kind: AssessmentKind, _ yearGroup: YearGroup? = nil) {
        self.kind = kind
        self.yearGroup = yearGroup.flatMap { kind.yearGroups.contains($0) ? $0 : nil } ?? kind.yearGroup
    }

    public static let eyfsp = YearGroupAssessment(.eyfsp)
    public static let phonics = YearGroupAssessment(.phonics)
    public static let phonicsInYear2 = YearGroupAssessment(.phonics, .year2)
    public static let ks1 = YearGroupAssessment(.ks1)
    public static let mtc = YearGroupAssessment(.mtc)
    public static let ks2 = YearGroupAssessment(.ks2)

    /// The six statutory ones, youngest pupils first.
    public static let all = AssessmentKind.statutory.flatMap { kind in
        kind.yearGroups.map { YearGroupAssessment(kind, $0) }
    }

    /// Whether it is the one that the assessment is named for; false for phonics in Year 2, and for the
    /// summative assessment of all but Year 6.
    public var isUsual: Bool { yearGroup == kind.yearGroup }

    /// `Phonics screening check, Year 2`; the assessment alone where only one year group takes it.
    public var title: String { kind.yearGroups.count > 1 ? "\(kind.title), \(yearGroup.title)" : kind.title }
}

extension ReferenceData {
    /// The columns of an assessment of a year group in a year.
    ///
    /// - Parameter summative: how the school at hand judges; only teachers' judgements look at it.
    /// - Throws: why there are none in that year.
    public func columns(
        of assessment: YearGroupAssessment, year: Int, summative: SummativeSettings = .standard
    ) throws(AssessmentNotHeld) -> any AssessmentColumns {
        try columns(of: assessment.kind, year: year, yearGroup: assessment.yearGroup, summative: summative)
    }
}
