/// What a report makes of one pupil's result in one subject.
public enum SubjectStanding: Sendable, Hashable {
    /// Nothing is recorded.
    case notRecorded
    /// Some papers are in, some are missing.
    case incomplete
    /// A raw total is in, but neither a table nor a threshold of that year is known.
    case awaitingTable
    /// Out of the denominator, by this code.
    case leftOut(code: String)
    /// In the denominator.
    case counted(AttainmentLevel, code: String?, score: ScaledScore?)

    /// The level when counted.
    public var level: AttainmentLevel? {
        if case .counted(let level, _, _) = self { level } else { nil }
    }

    public var isEligible: Bool { level != nil }

    /// Several subjects together: the lowest level when the pupil counts in all of them, else what keeps the pupil out.
    ///
    /// A code that leaves the pupil out of one subject leaves them out of all together, whatever is missing elsewhere.
    public static func together(_ standings: [SubjectStanding]) -> SubjectStanding {
        for standing in standings { if case .leftOut = standing { return standing } }
        let levels = standings.compactMap(\.level)
        if levels.count == standings.count, let lowest = levels.min() {
            return .counted(lowest, code: nil, score: nil)
        }
        return standings.first { !$0.isEligible } ?? .notRecorded
    }
}
