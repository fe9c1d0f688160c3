import Assessment

/// One side of a matrix over the pupils of a cohort: where each of them stands, and the categories there are.
struct MatrixAxis {
    /// Where a pupil stands.
    enum Placement {
        case category(MatrixCategory)
        /// With the reason in words.
        case missing(String)
    }

    let side: MatrixSide
    /// In the order of the journeys.
    let placements: [Placement]
    /// Those that stand there whether or not a pupil is in them.
    let usual: [MatrixCategory]
    /// What two sides share that are one assessment on one scale; nil where that can't be said.
    let family: String
    /// Whether the assessment has no standard above the expected one.
    let isTwoLevel: Bool
    /// Whether there is a standard at all.
    let hasStandard: Bool

    init(_ side: MatrixSide, _ journeys: [PupilJourney], cohort: JourneyCohort) {
        self.side = side
        let places: any MatrixPlaces =
            switch side.point {
            case .goodLevel: GoodLevelPlaces()
            case .goals: GoalPlaces()
            case .phonicsYear1: PhonicsPlaces(byEndOfYear2: false)
            case .phonicsEndOfYear2: PhonicsPlaces(byEndOfYear2: true)
            case .multiplication: MultiplicationPlaces()
            case .keyStage1: TeacherAssessmentPlaces(.ks1, side.subject ?? .reading, journeys)
            case .keyStage2TeacherAssessment: TeacherAssessmentPlaces(.ks2, side.subject ?? .writing, journeys)
            case .keyStage2Test: TestPlaces(subject: side.subject ?? .reading)
            case .judgement(let group, let term):
                JudgementPlaces(yearGroup: group, term: term, subject: side.subject ?? .reading, cohort: cohort)
            }
        usual = places.usual
        family = places.family
        isTwoLevel = places.isTwoLevel
        hasStandard = places.hasStandard
        placements = journeys.map(places.placement)
    }
}
