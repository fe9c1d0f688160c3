public import Assessment

/// End of Key Stage 2 outcomes of many schools, each for itself, and their total from the sums of counts.
///
/// Grows by one school at a time and keeps no pupils, so that 16,800 schools fit into memory.
public struct SchoolsOutcomes: Sendable {
    /// One school's figures.
    public struct School: Sendable {
        public let number: DfENumber
        public let name: String
        public internal(set) var outcomes: KeyStage2Outcomes
    }

    /// In the order in which they were added.
    public private(set) var schools: [School] = []
    /// nil before the first school.
    public private(set) var total: KeyStage2Outcomes?

    public init() {}

    /// Adds a school of the same year and group.
    public mutating func append(_ outcomes: KeyStage2Outcomes, of number: DfENumber, name: String) {
        let outcomes = outcomes.withoutPupils()
        schools.append(School(number: number, name: name, outcomes: outcomes))
        if total == nil { total = outcomes } else { total? += outcomes }
    }

    /// The figures of one group over many schools as a reader without names may see them.
    ///
    /// A school's figures are withheld as ``Suppression`` says, and the next smallest school's as well where the one
    /// withheld would follow from the total.
    ///
    /// - Parameter cohorts: official ones, without excluded pupils, of the same year.
    public init(
        _ cohorts: [(number: DfENumber, name: String, cohort: KeyStage2Cohort)], group: GroupSelection,
        suppression: Suppression
    ) {
        guard let together = KeyStage2Cohort(joining: cohorts.map(\.cohort)) else { return }
        total = suppression.outcomes(of: together, group: group)
        let whole = together.outcomes(group)
        let own = cohorts.map { $0.cohort.outcomes(group) }
        schools = cohorts.map {
            School(
                number: $0.number, name: $0.name, outcomes: suppression.outcomes(of: $0.cohort, group: group))
        }
        // Whoever sees the total and all shown schools must not be left with a few pupils' figures.
        func hide(
            _ size: (KeyStage2Outcomes) -> Int, isShown: (KeyStage2Outcomes) -> Bool,
            by withhold: (inout KeyStage2Outcomes) -> Void
        ) {
            var shown = schools.indices.filter { isShown(schools[$0].outcomes) && size(own[$0]) > 0 }
            var rest = size(whole) - shown.reduce(0) { $0 + size(own[$1]) }
            while suppression.isTooFew(rest), let smallest = shown.min(by: { size(own[$0]) < size(own[$1]) }) {
                withhold(&schools[smallest].outcomes)
                rest += size(own[smallest])
                shown.removeAll { $0 == smallest }
            }
        }
        hide({ $0.cohort ?? 0 }, isShown: { $0.cohort != nil }, by: { $0.withholdAll() })
        for area in KeyStage2Area.allCases {
            hide({ $0[area]?.eligible ?? 0 }, isShown: { $0[area] != nil }, by: { $0.areas[area.index] = nil })
            guard area.isTest else { continue }
            hide(
                { $0[area]?.scores?.pupils ?? 0 }, isShown: { $0[area]?.scores != nil },
                by: { $0.areas[area.index]?.scores = nil })
        }
    }
}
