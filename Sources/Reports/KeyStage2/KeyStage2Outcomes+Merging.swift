extension KeyStage2Outcomes {
    /// The figures of both together: sums of counts, from which every percentage and average follows anew.
    ///
    /// Both are of the same year and group; the result says those of the left one. What is withheld on either side is
    /// withheld in the result, and it names pupils only if both sides do.
    public static func + (left: KeyStage2Outcomes, right: KeyStage2Outcomes) -> KeyStage2Outcomes {
        var sum = left
        sum += right
        return sum
    }

    /// Adds another school's figures to these; see ``+(_:_:)``.
    public static func += (left: inout KeyStage2Outcomes, right: KeyStage2Outcomes) {
        left.cohort = left.cohort.flatMap { mine in right.cohort.map { mine + $0 } }
        left.notRecorded = left.notRecorded.flatMap { mine in right.notRecorded.map { mine + $0 } }
        left.excluded += right.excluded
        left.columns = left.columns ?? right.columns
        if left.specialConsideration == .none { left.specialConsideration = right.specialConsideration }
        for index in left.areas.indices {
            guard let more = right.areas[index] else {
                left.areas[index] = nil
                continue
            }
            left.areas[index]?.add(more)
        }
        if let more = right.members { left.members?.append(contentsOf: more) } else { left.members = nil }
    }
}
