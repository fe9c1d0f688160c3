import Assessment

/// The figures of one group in one area: counts, from which every percentage and average is worked out.
///
/// Source: DfE, primary school accountability technical guide; a pupil who is left out by a code, not recorded,
/// incomplete or waiting for a table is in no denominator.
public struct AreaOutcomes: Sendable, Hashable {
    public let area: KeyStage2Area
    /// The denominator.
    public internal(set) var eligible = 0
    /// At the expected standard or above.
    public internal(set) var atExpected = 0
    /// At the higher standard or greater depth; always 0 in science, which has none.
    public internal(set) var atHigher = 0
    /// How many pupils have each code in place of a score, whether it counts or leaves them out; teacher assessments too.
    public internal(set) var codes: [String: Int] = [:]
    /// How many pupils have each teacher assessment; beside the test in reading and mathematics.
    public internal(set) var teacherAssessments: [String: Int] = [:]
    /// How many pupils are out of the denominator, by code.
    public internal(set) var leftOut: [String: Int] = [:]
    /// Nothing recorded in this area.
    public internal(set) var notRecorded = 0
    /// Some papers in, some missing.
    public internal(set) var incomplete = 0
    /// A raw total is in, and no table or threshold of the year is known.
    public internal(set) var awaitingTable = 0
    /// nil in writing, science and combined, and where a score would tell of too few pupils.
    public internal(set) var scores: ScoreFigures?

    init(area: KeyStage2Area) {
        self.area = area
        scores = area.isTest ? ScoreFigures() : nil
    }

    public var expected: Share { Share(count: atExpected, of: eligible) }

    /// nil in science.
    public var higher: Share? { area.hasHigherStandard ? Share(count: atHigher, of: eligible) : nil }

    /// Everybody of the group: eligible, left out and not yet complete.
    public var pupils: Int { eligible + leftOut.values.reduce(0, +) + notRecorded + incomplete + awaitingTable }

    mutating func add(_ standing: SubjectStanding, specialConsideration: Bool) {
        switch standing {
        case .notRecorded: notRecorded += 1
        case .incomplete: incomplete += 1
        case .awaitingTable: awaitingTable += 1
        case .leftOut(let code):
            leftOut[code, default: 0] += 1
            if area != .rwm { codes[code, default: 0] += 1 }
        case .counted(let level, let code, let score):
            eligible += 1
            if level >= .expected { atExpected += 1 }
            if level == .higher, area.hasHigherStandard { atHigher += 1 }
            if let code { codes[code, default: 0] += 1 }
            if let score {
                scores?.add(
                    score, counted: score.counted(applyingSpecialConsideration: specialConsideration), level: level)
            }
        }
    }

    mutating func add(_ other: AreaOutcomes) {
        eligible += other.eligible
        atExpected += other.atExpected
        atHigher += other.atHigher
        codes.merge(other.codes, uniquingKeysWith: +)
        teacherAssessments.merge(other.teacherAssessments, uniquingKeysWith: +)
        leftOut.merge(other.leftOut, uniquingKeysWith: +)
        notRecorded += other.notRecorded
        incomplete += other.incomplete
        awaitingTable += other.awaitingTable
        if let more = other.scores { scores?.add(more) } else { scores = nil }
    }
}
