import Assessment

/// What a reader without names may see of one cohort: decided for all groups and crossed groups at once, so that the order
/// of asking tells nothing.
public struct CohortVisibility: Sendable {
    let cohort: AssessmentCohort
    private let minimum: Int
    private let groups: [(group: PupilGroup, pupils: PupilBits)]
    private let places: [PupilGroup: Int]
    private var disclosures: [PupilBits: Disclosure] = [:]
    /// Of the denominators of the assessment's headlines.
    private var headlines: [PupilBits] = []

    init(_ cohort: AssessmentCohort, minimum: Int) {
        self.cohort = cohort
        self.minimum = minimum
        groups = cohort.groups.filter { $0 != .all }.map { group in
            var set = PupilBits(capacity: cohort.records.count)
            for (place, record) in cohort.records.enumerated() where cohort.isIn(group, record) { set.insert(place) }
            return (group, set)
        }
        places = Dictionary(
            groups.enumerated().map { ($0.element.group, $0.offset) }, uniquingKeysWith: { first, _ in first })
        for measure in StatutoryMeasure.headlines
        where measure.kind == cohort.kind && measure.yearGroup == cohort.yearGroup {
            let denominator = denominator(cohort.verdicts(measure))
            guard denominator.count > 0 else { continue }
            headlines.append(denominator)
            _ = disclosure(denominator)
        }
    }

    /// The figure of a group; nil when it is withheld. It has no counts of those who are in no denominator.
    public mutating func figure(_ measure: StatutoryMeasure, _ group: GroupSelection = .all) -> MeasureFigure? {
        let denominator = denominator(cohort.verdicts(measure))
        guard isShown(group, denominator) else { return nil }
        return cohort.figure(measure, group).withoutOthers
    }

    /// The figures of several groups, in their order; nil where one is withheld.
    public mutating func figures(_ measure: StatutoryMeasure, _ groups: [GroupSelection]) -> [MeasureFigure?] {
        let denominator = denominator(cohort.verdicts(measure))
        return zip(groups, cohort.figures(measure, groups)).map { group, figure in
            isShown(group, denominator) ? figure.withoutOthers : nil
        }
    }

    /// A group is shown when its own denominator allows it and no headline of the assessment withholds it.
    private mutating func isShown(_ group: GroupSelection, _ denominator: PupilBits) -> Bool {
        let own = disclosure(denominator)
        guard group != .all else { return own.isWholeShown }
        guard let first = places[group.first] else { return false }
        func isShown(_ disclosure: Disclosure) -> Bool {
            guard let group = group.second else { return disclosure.isShown[first] }
            return places[group].map { disclosure.isShown(first, $0) } ?? false
        }
        return isShown(own) && headlines.allSatisfy { isShown(disclosure($0)) }
    }

    private mutating func disclosure(_ denominator: PupilBits) -> Disclosure {
        if let known = disclosures[denominator] { return known }
        let made = cohort.known.disclosure(denominator, minimum: minimum) {
            Disclosure(
                minimum: minimum, whole: denominator, groups: groups.map { ($0.group, $0.pupils.both(denominator)) },
                places: cohort.records.count, crosses: true)
        }
        disclosures[denominator] = made
        return made
    }

    private func denominator(_ verdicts: [MeasureVerdict]) -> PupilBits {
        var bits = PupilBits(capacity: cohort.records.count)
        for (place, verdict) in verdicts.enumerated() where verdict.isCounted { bits.insert(place) }
        return bits
    }
}

extension Suppression {
    /// What a reader without names may see of a cohort.
    public func visibility(of cohort: AssessmentCohort) -> CohortVisibility {
        CohortVisibility(cohort, minimum: minimum)
    }
}
