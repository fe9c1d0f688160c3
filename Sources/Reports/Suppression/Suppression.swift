import Assessment

/// Withholds figures of few pupils from readers who see no names, and those from which they could be worked out.
///
/// A figure is withheld by its denominator, as ``Disclosure`` decides: small groups, and as many others as it takes that no
/// sum or difference of what is shown leads to a small one. A group that is withheld in one measure of an assessment and
/// year is withheld in all of them, so that no measure tells of another.
///
/// Averages, ranges and near misses go by the pupils with a scaled score. What-if figures are withheld whole, because
/// leaving one pupil out tells that pupil's result. Counts within a figure that may be shown stay; so where everybody of a
/// shown group met a standard, or nobody did, that is known of each part of it.
public struct Suppression: Sendable, Hashable {
    /// The fewest pupils of whom a figure is shown; 6 unless the school has set another.
    public let minimum: Int

    public init(minimum: Int = 6) { self.minimum = max(1, minimum) }

    func isTooFew(_ pupils: Int) -> Bool { pupils > 0 && pupils < minimum }

    /// The figures of one group, or of two crossed, as this reader may see them, without the ids of pupils.
    public func outcomes(of cohort: KeyStage2Cohort, group: GroupSelection = .all) -> KeyStage2Outcomes {
        outcomes(of: cohort, groups: [group])[0]
    }

    /// The figures of several groups as this reader may see them, in the order given.
    ///
    /// Whatever is asked for together, each group's figures are the same; asked together they cost little more than one.
    ///
    /// - Parameter asked: groups of the cohort's menu, alone or crossed; others have nobody.
    public func outcomes(of cohort: KeyStage2Cohort, groups asked: [GroupSelection]) -> [KeyStage2Outcomes] {
        let menu = cohort.groups.filter { $0 != .all }
        let places = Dictionary(
            menu.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
        let members = menu.map { group in
            var set = PupilBits(capacity: cohort.members.count)
            for (place, record) in cohort.records.enumerated() where cohort.isIn(group, record) { set.insert(place) }
            return set
        }
        let crosses = asked.contains { $0.second != nil }
        // Most areas of a true cohort have the same denominator.
        var decided: [PupilBits: Disclosure] = [:]
        func isWithheld(_ group: GroupSelection, _ denominator: PupilBits) -> Bool {
            let disclosure =
                decided[denominator]
                ?? Disclosure(
                    minimum: minimum, whole: denominator,
                    groups: zip(menu, members).map { ($0, $1.both(denominator)) }, places: cohort.members.count,
                    crosses: crosses)
            decided[denominator] = disclosure
            guard group != .all else { return !disclosure.isWholeShown }
            let found = group.groups.compactMap { places[$0] }
            // Of a group that nobody can be in there is nothing to withhold, unless everything is.
            guard found.count == group.groups.count else { return !disclosure.isWholeShown }
            return found.count == 2 ? !disclosure.isShown(found[0], found[1]) : !disclosure.isShown[found[0]]
        }
        let isWhatIf = cohort.members.contains(where: \.isExcluded)
        let everybody = bits(cohort) { _ in true }
        let areas = KeyStage2Area.allCases.map { area in
            (area: area, eligible: bits(cohort) { $0.standings[area.index].isEligible })
        }
        let scored = KeyStage2Area.allCases.filter(\.isTest).map { area in
            let eligible = bits(cohort) {
                if case .counted(_, _, .some) = $0.standings[area.index] { true } else { false }
            }
            return (area: area, eligible: eligible)
        }
        return asked.map { group in
            var report = cohort.outcomes(group).withoutPupils()
            if isWhatIf || isWithheld(group, everybody) { report.withholdAll() }
            // What one area hides of a group, the others must not tell.
            let isHidden =
                group != .all && areas.contains { $0.eligible.count > 0 && isWithheld(group, $0.eligible) }
            for area in areas where isHidden || isWithheld(group, area.eligible) {
                report.areas[area.area.index] = nil
            }
            for area in scored where isWithheld(group, area.eligible) { report.areas[area.area.index]?.scores = nil }
            return report
        }
    }

    private func bits(_ cohort: KeyStage2Cohort, where isIn: (KeyStage2Cohort.Member) -> Bool) -> PupilBits {
        var bits = PupilBits(capacity: cohort.members.count)
        for (place, member) in cohort.members.enumerated() where !member.isExcluded && isIn(member) {
            bits.insert(place)
        }
        return bits
    }
}

extension KeyStage2Outcomes {
    /// Takes every figure away from a reader who may not see them.
    mutating func withholdAll() {
        cohort = nil
        notRecorded = nil
        excluded = 0
        specialConsideration = countsSpecialConsideration ? .none : .off
        areas = areas.map { _ in nil }
        members = nil
    }
}
