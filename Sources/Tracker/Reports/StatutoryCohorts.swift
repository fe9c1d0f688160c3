import Assessment
import Reports
import Storage

/// The records of a school's assessments as of one state of its data, as far as they were asked for.
struct StatutoryCohorts: Sendable {
    /// Who takes what, and when.
    struct Key: Hashable, Sendable {
        let kind: AssessmentKind
        let yearGroup: YearGroup
        let year: SchoolYear
    }

    /// The records of one key and what they were read from.
    struct Part: Sendable {
        /// The state of the data in which they were last seen to be right.
        var stamp: DataStamp
        let results: [ResultState]
        let records: [AssessmentRecord]
    }

    var stamp: DataStamp
    var pupilState: PupilState
    /// Everybody who ever was at the school, in the order of a register.
    var pupils: [Pupil]
    var places: [SchoolYear: [Int64: CohortPlace]] = [:]
    var parts: [Key: Part] = [:]

    /// Whether everything of these is at hand as of a state of the data.
    func has(_ keys: [Key], as stamp: DataStamp) -> Bool { keys.allSatisfy { parts[$0]?.stamp == stamp } }
}
