public import Assessment

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

    /// The figures of one group as this reader may see them, without the ids of pupils.
    public func outcomes(of cohort: KeyStage2Cohort, group: PupilGroup = .all) -> KeyStage2Outcomes {
        outcomes(of: cohort, groups: [group])[0]
    }

    /// The figures of several groups as this reader may see them, in the order given.
    ///
    /// Whatever is asked for together, each group's figures are the same; asked together they cost little more than one.
    ///
    /// - Parameter asked: groups of the cohort's menu; others have nobody.
    public func outcomes(of cohort: KeyStage2Cohort, groups asked: [PupilGroup]) -> [KeyStage2Outcomes] {
        let groups = cohort.groups
        let reports = outcomes(of: cohort, all: groups)
        return asked.map { group in
            if let place = groups.firstIndex(of: group) { return reports[place] }
            var nobody = cohort.outcomes(group).withoutPupils()
            if reports[0].cohort == nil { nobody.withholdAll() }
            return nobody
        }
    }

    /// - Parameter groups: every group that the reader can ask for.
    private func outcomes(of cohort: KeyStage2Cohort, all groups: [PupilGroup]) -> [KeyStage2Outcomes] {
        let isWhatIf = cohort.members.contains(where: \.isExcluded)
        let asked = groups.filter { $0 != .all }
        let members = asked.map { group in
            var set = PupilBits(capacity: cohort.members.count)
            for (place, record) in cohort.records.enumerated() where group.contains(record.pupil, record.place) {
                set.insert(place)
            }
            return set
        }
        // Most areas of a true cohort have the same denominator.
        var decided: [PupilBits: [Bool]] = [:]
        /// By the place in `groups`.
        func withheld(_ denominator: PupilBits) -> [Bool] {
            if let known = decided[denominator] { return known }
            let disclosure = Disclosure(
                minimum: minimum, whole: denominator,
                groups: zip(asked, members).map { ($0, $1.both(denominator)) }, places: cohort.members.count,
                crosses: false)
            var places = disclosure.isShown.makeIterator()
            let answer = groups.map { group in
                group == .all ? !disclosure.isWholeShown : places.next() != true
            }
            decided[denominator] = answer
            return answer
        }
        let groupsWithheld = withheld(bits(cohort) { _ in true })
        var reports = groups.map { cohort.outcomes($0).withoutPupils() }
        for place in reports.indices where isWhatIf || groupsWithheld[place] { reports[place].withholdAll() }
        let areas = KeyStage2Area.allCases.map { area in
            let eligible = bits(cohort) { $0.standings[area.index].isEligible }
            return (area: area, eligible: eligible, withheld: withheld(eligible))
        }
        for place in reports.indices {
            // What one area hides of a group, the others must not tell.
            let isHidden =
                groups[place] != .all && areas.contains { $0.eligible.count > 0 && $0.withheld[place] }
            for area in areas where isHidden || area.withheld[place] { reports[place].areas[area.area.index] = nil }
        }
        for area in KeyStage2Area.allCases where area.isTest {
            let scoresWithheld = withheld(
                bits(cohort) {
                    if case .counted(_, _, .some) = $0.standings[area.index] { true } else { false }
                })
            for place in reports.indices where scoresWithheld[place] { reports[place].areas[area.index]?.scores = nil }
        }
        return reports
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
