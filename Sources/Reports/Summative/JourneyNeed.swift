public import Assessment

/// Results of one assessment and school year that a report over time looks at.
public struct JourneyNeed: Sendable, Hashable {
    public let kind: AssessmentKind
    /// The calendar year in which the school year ends.
    public let year: Int

    public init(_ kind: AssessmentKind, _ year: Int) {
        self.kind = kind
        self.year = year
    }
}

extension MatrixPoint {
    /// The assessment and the year groups of whose results it is.
    var assessments: [YearGroupAssessment] {
        switch self {
        case .goodLevel, .goals: [.eyfsp]
        case .phonicsYear1: [.phonics]
        case .phonicsEndOfYear2: [.phonics, .phonicsInYear2]
        case .keyStage1: [.ks1]
        case .multiplication: [.mtc]
        case .keyStage2TeacherAssessment, .keyStage2Test: [.ks2]
        case .judgement(let group, _): [YearGroupAssessment(.summative, group)]
        }
    }

    /// The years in which pupils of a cohort can have its result: the usual one, and one before and after for those who were
    /// taught with another age group.
    ///
    /// - Parameters:
    ///   - yearGroup: where the cohort is in its year.
    ///   - year: the calendar year in which the school year of the cohort ends.
    public func needs(_ yearGroup: YearGroup, in year: Int) -> Set<JourneyNeed> {
        var needs: Set<JourneyNeed> = []
        for assessment in assessments {
            let usual = year - (yearGroup.ageAtStart - assessment.yearGroup.ageAtStart)
            for year in usual - 1...usual + 1 { needs.insert(JourneyNeed(assessment.kind, year)) }
        }
        return needs
    }
}
