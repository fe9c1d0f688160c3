public import Assessment

/// Withholds figures of few pupils from readers who see no names, and those from which they could be worked out.
///
/// A figure is withheld by its denominator, one area at a time:
/// 1. a group with a denominator of 1 to `minimum - 1` pupils;
/// 2. within groups that divide the cohort (girls and boys, the classes), the next smallest as well, as long as what is
///    left of All after the shown ones are taken away is 1 to `minimum - 1` pupils; pupils of whom the fact is not
///    known are part of what is left;
/// 3. a group within another one (free school meals within disadvantaged) that differs from it by so few.
///
/// Averages, ranges and near misses go by the pupils with a scaled score. What-if figures are withheld whole, because
/// leaving one pupil out tells that pupil's result. Counts within a figure that may be shown stay.
public struct Suppression: Sendable, Hashable {
    /// The fewest pupils of whom a figure is shown; 6 unless the school has set another.
    public let minimum: Int

    public init(minimum: Int = 6) { self.minimum = max(1, minimum) }

    func isTooFew(_ pupils: Int) -> Bool { pupils > 0 && pupils < minimum }

    /// The figures of one group as this reader may see them, without the ids of pupils.
    public func outcomes(of cohort: KeyStage2Cohort, group: PupilGroup = .all) -> KeyStage2Outcomes {
        let groups = cohort.groups
        let place = groups.firstIndex(of: group)
        let reports = outcomes(of: cohort, groups: place == nil ? groups + [group] : groups)
        return reports[place ?? groups.count]
    }

    /// The figures of several groups as this reader may see them, in the order given.
    ///
    /// - Parameter groups: every group that the reader can ask for, ``PupilGroup/all`` among them.
    func outcomes(of cohort: KeyStage2Cohort, groups: [PupilGroup]) -> [KeyStage2Outcomes] {
        let isWhatIf = cohort.members.contains(where: \.isExcluded)
        let everybody = bits(cohort) { _ in true }
        let groupBits = groups.map { group in
            var set = PupilBits(capacity: cohort.members.count)
            for (place, record) in cohort.records.enumerated() where group.contains(record.pupil, record.place) {
                set.insert(place)
            }
            return set
        }
        let families = Self.families(groups)
        func withheld(_ denominator: PupilBits) -> [Bool] {
            hidden(groupBits.map { $0.both(denominator) }, whole: denominator, families: families)
        }
        let groupsWithheld = withheld(everybody)
        var reports = groups.map { cohort.outcomes($0).withoutPupils() }
        for place in reports.indices where isWhatIf || groupsWithheld[place] { reports[place].withholdAll() }
        for area in KeyStage2Area.allCases {
            let areaWithheld = withheld(bits(cohort) { $0.standings[area.index].isEligible })
            for place in reports.indices where areaWithheld[place] { reports[place].areas[area.index] = nil }
            guard area.isTest else { continue }
            let scoresWithheld = withheld(
                bits(cohort) {
                    if case .counted(_, _, .some) = $0.standings[area.index] { true } else { false }
                })
            for place in reports.indices where scoresWithheld[place] { reports[place].areas[area.index]?.scores = nil }
        }
        return reports
    }

    /// Which of several sets of pupils must be hidden, given that all others and the whole are shown.
    func hidden(_ sets: [PupilBits], whole: PupilBits, families: [[Int]]) -> [Bool] {
        let counts = sets.map(\.count)
        guard !isTooFew(whole.count) else { return sets.map { _ in true } }
        var hidden = counts.map(isTooFew)
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for family in families {
                let shown = family.filter { !hidden[$0] && counts[$0] > 0 }
                let rest = shown.reduce(whole) { $0.without(sets[$1]) }
                if isTooFew(rest.count), let smallest = shown.min(by: { counts[$0] < counts[$1] }) {
                    hidden[smallest] = true
                    hasChanged = true
                }
            }
            for inner in sets.indices where !hidden[inner] && counts[inner] > 0 {
                let tells = sets.indices.contains { outer in
                    !hidden[outer] && isTooFew(counts[outer] - counts[inner]) && sets[inner].isSubset(of: sets[outer])
                }
                if tells || (isTooFew(whole.count - counts[inner])) {
                    hidden[inner] = true
                    hasChanged = true
                }
            }
        }
        return hidden
    }

    private func bits(_ cohort: KeyStage2Cohort, where isIn: (KeyStage2Cohort.Member) -> Bool) -> PupilBits {
        var bits = PupilBits(capacity: cohort.members.count)
        for (place, member) in cohort.members.enumerated() where !member.isExcluded && isIn(member) {
            bits.insert(place)
        }
        return bits
    }

    /// The groups that divide the cohort between them, as places in the list.
    static func families(_ groups: [PupilGroup]) -> [[Int]] {
        var families: [[PupilGroup]] = [
            [.girls, .boys], [.disadvantaged, .notDisadvantaged], [.fsm, .notFSM], [.noSEN, .senSupport, .ehcPlan],
            [.eal, .notEAL], [.bornInAutumn, .bornInSpring, .bornInSummer], [.joinedAfterYear3, .stable],
        ]
        families.append(PupilGroup.EthnicGroup.allCases.map { .ethnicity($0) })
        families.append(groups.filter { if case .schoolClass = $0 { true } else { false } })
        return families.map { family in groups.indices.filter { family.contains(groups[$0]) } }
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
