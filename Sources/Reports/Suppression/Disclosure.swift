import Assessment

/// Decides which groups of one denominator a reader without names may see, so that no set of a few pupils follows.
///
/// The single groups are decided first, All before all, then families in the order of the menu and in each the largest
/// group first; then two characteristics crossed, each table whole or not at all. A group is shown when
/// 1. it has `minimum` pupils or more;
/// 2. what is left of All, and of every shown group that holds it, is nobody or `minimum` pupils or more;
/// 3. what is left of All when the shown groups of its family are taken away is nobody or that many;
/// 4. with it, by no sum or difference of what is shown, a set of fewer pupils can be worked out that two characteristics
///    define: in both, in one and not the other, in neither.
///
/// The same cohort always gives the same decision, whatever was asked before.
struct Disclosure {
    private let minimum: Int
    private let whole: PupilBits
    private let sets: [PupilBits]
    private let families: [[Int]]
    private var span: ShownSpan
    /// Every set that is shown, All first.
    private var shown: [PupilBits] = []
    private(set) var isWholeShown = false
    private(set) var isShown: [Bool]
    /// Pairs of families of which the crossed table is shown.
    private var tables: Set<[Int]> = []

    /// Up to so many groups and pupils, sums and differences of all pairs are looked at. Beyond, a cohort is of many
    /// schools: it crosses nothing and is held to rules 1 to 3.
    private static let mostGroups = 80
    private static let mostPupils = 2_000

    /// - Parameters:
    ///   - whole: the denominator of All.
    ///   - groups: the groups that can be asked for, All not among them, with their pupils within the denominator.
    ///   - places: how many pupils the cohort has.
    ///   - crosses: whether two groups crossed can be asked for; if not, the decision of single groups is the same.
    init(
        minimum: Int, whole: PupilBits, groups: [(group: PupilGroup, pupils: PupilBits)], places: Int, crosses: Bool
    ) {
        self.minimum = minimum
        self.whole = whole
        sets = groups.map(\.pupils)
        families = Self.families(groups.map(\.group))
        isShown = groups.map { _ in false }
        let isSchool = groups.count <= Self.mostGroups && places <= Self.mostPupils
        span = ShownSpan(
            places: isSchool ? places : 0,
            secrets: isSchool ? Self.secrets(sets, whole: whole, families: families).filter(Self.few(minimum)) : [])
        let count = whole.count
        isWholeShown = (count == 0 || count >= minimum) && span.show(whole)
        guard isWholeShown else { return }
        shown = [whole]
        for family in families { showFamily(family) }
        guard crosses, isSchool else { return }
        for left in families.indices {
            for right in families.indices where right > left { showTable(left, right) }
        }
    }

    /// Whether two groups crossed may be seen; their places in the list of groups.
    func isShown(_ left: Int, _ right: Int) -> Bool {
        guard let one = family(of: left), let two = family(of: right) else { return false }
        // Two groups of one family share nobody, which everybody knows.
        if one == two { return isShown[left] && isShown[right] }
        return tables.contains([min(one, two), max(one, two)])
    }

    private func family(of place: Int) -> Int? { families.firstIndex { $0.contains(place) } }

    private static func few(_ minimum: Int) -> (PupilBits) -> Bool { { (1..<minimum).contains($0.count) } }

    private func isFew(_ count: Int) -> Bool { count > 0 && count < minimum }

    private mutating func showFamily(_ family: [Int]) {
        var rest = whole
        let bySize = family.sorted { (sets[$1].count, $0) < (sets[$0].count, $1) }
        for place in bySize {
            let left = rest.without(sets[place])
            guard isAllowed(sets[place], beside: shown), !isFew(left.count), span.show(sets[place]) else { continue }
            shown.append(sets[place])
            isShown[place] = true
            rest = left
        }
    }

    /// The table of two families: every cell, or none.
    private mutating func showTable(_ left: Int, _ right: Int) {
        let members = families[left] + families[right]
        guard members.allSatisfy({ isShown[$0] || sets[$0].count == 0 }) else { return }
        var cells: [PupilBits] = []
        for (rows, columns) in [(left, right), (right, left)] {
            for row in families[rows] {
                let inRow = families[columns].map { sets[row].both(sets[$0]) }
                if isFew(inRow.reduce(sets[row]) { $0.without($1) }.count) { return }
                if rows == left { cells += inRow.filter { $0.count > 0 } }
            }
        }
        var all = shown
        var trial = span
        for cell in cells {
            guard isAllowed(cell, beside: all), trial.show(cell) else { return }
            all.append(cell)
        }
        span = trial
        shown = all
        tables.insert([left, right])
    }

    /// Whether a set is large enough by itself and beside each one that holds it or that it holds.
    private func isAllowed(_ set: PupilBits, beside shown: [PupilBits]) -> Bool {
        let count = set.count
        guard count >= minimum || count == 0 else { return false }
        return shown.allSatisfy { other in
            let common = set.both(other).count
            let size = other.count
            if common == count, isFew(size - count) { return false }
            return !(common == size && isFew(count - size))
        }
    }

    /// The sets that two characteristics define, and what is left of families.
    private static func secrets(_ sets: [PupilBits], whole: PupilBits, families: [[Int]]) -> Set<PupilBits> {
        var secrets: Set<PupilBits> = [whole]
        for set in sets { secrets.formUnion([set, whole.without(set)]) }
        for family in families { secrets.insert(family.reduce(whole) { $0.without(sets[$1]) }) }
        for (place, one) in sets.enumerated() {
            for two in sets[(place + 1)...] {
                secrets.formUnion([
                    one.both(two), one.without(two), two.without(one), whole.without(one.either(two)),
                ])
            }
        }
        return secrets
    }

    /// The groups that divide the cohort between them, as places in the list; a group that stands alone is one by itself.
    static func families(_ groups: [PupilGroup]) -> [[Int]] {
        var families: [[PupilGroup]] = [
            [.girls, .boys], [.disadvantaged, .notDisadvantaged], [.fsm, .notFSM], [.noSEN, .senSupport, .ehcPlan],
            [.eal, .notEAL], [.bornInAutumn, .bornInSpring, .bornInSummer], [.joinedAfterYear3, .stable],
            PupilGroup.EthnicGroup.allCases.map { .ethnicity($0) },
            groups.filter { if case .schoolClass = $0 { true } else { false } },
        ]
        let together = Set(families.flatMap(\.self))
        families += groups.filter { !together.contains($0) }.map { [$0] }
        return families.map { family in groups.indices.filter { family.contains(groups[$0]) } }.filter { !$0.isEmpty }
    }
}
