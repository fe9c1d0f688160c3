import Assessment

/// What one measure makes of one pupil.
public enum MeasureVerdict: Sendable, Hashable {
    /// In the denominator, with what the pupil adds to the numerator: 1 or 0 for a share, the mark or number for an average.
    case counted(Int)
    /// Out of the denominator, by a code.
    case leftOut(code: String)
    case notRecorded
    /// Some of what is due is in, some is missing.
    case incomplete
    /// A mark is in, but no table or threshold of the year is known.
    case awaitingTable

    /// - Parameter level: from which the pupil is in the numerator.
    init(_ standing: SubjectStanding, atLeast level: AttainmentLevel) {
        switch standing {
        case .counted(let own, _, _): self = .counted(own >= level ? 1 : 0)
        case .leftOut(let code): self = .leftOut(code: code)
        case .notRecorded: self = .notRecorded
        case .incomplete: self = .incomplete
        case .awaitingTable: self = .awaitingTable
        }
    }

    public var isCounted: Bool { if case .counted = self { true } else { false } }
}
