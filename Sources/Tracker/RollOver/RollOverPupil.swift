public import Assessment

/// One pupil of the year that ends, and where the new one finds them.
public struct RollOverPupil: Sendable, Hashable {
    public enum Step: Sendable, Hashable {
        /// Up by a year group.
        case moves(CohortPlace)
        /// The same year group once more.
        case staysDown(CohortPlace)
        /// Has a place in the new year already, from a pupil list or by hand; it is left as it is.
        case isPlaced(CohortPlace)
        /// Was in the school's last year group, and leaves on the day.
        case leaves(CalendarDate)
        /// Has left already.
        case hasLeft(CalendarDate)
    }

    public let pupil: Pupil
    /// In the year that ends.
    public let place: CohortPlace
    public let step: Step

    /// The place that starting the year writes; nil when it writes none.
    public var newPlace: CohortPlace? {
        switch step {
        case .moves(let place), .staysDown(let place): place
        default: nil
        }
    }

    /// The last day that starting the year writes; nil when it writes none.
    var newLeavingDate: CalendarDate? {
        if case .leaves(let date) = step { date } else { nil }
    }
}
