import Assessment

/// How many pupils of a group have each mark of a check.
public struct MarkDistribution: Sendable, Hashable {
    /// The average of the marks; its maximum is the highest mark.
    public let measure: StatutoryMeasure
    /// The calendar year in which the school year ends.
    public let year: Int
    public let group: GroupSelection
    /// By mark, from 0 to the highest.
    public let counts: [Int]

    /// How many pupils have a mark.
    public var pupils: Int { counts.reduce(0, +) }

    /// The measure of the pupils with one mark: `phonics.year1.mark.31`.
    public func measure(of mark: Int) -> StatutoryMeasure? {
        StatutoryMeasure.measure("\(measure.markPrefix).\(mark)")
    }
}

extension StatutoryMeasure {
    /// What the ids of the single marks of an average begin with.
    fileprivate var markPrefix: String {
        id.split(separator: ".").dropLast().joined(separator: ".") + ".mark"
    }

    /// The checks whose marks are counted one by one: averages of marks, by assessment.
    static func averagesOfMarks(_ kind: AssessmentKind) -> [StatutoryMeasure] {
        switch kind {
        case .phonics: ["phonics.year1.average_mark", "phonics.year2.average_mark"].compactMap(measure)
        case .mtc: ["mtc.average"].compactMap(measure)
        case .eyfsp, .ks1, .ks2, .summative: []
        }
    }
}

extension AssessmentCohort {
    /// How often each mark is among the pupils who count in an average of marks.
    public func distribution(_ measure: StatutoryMeasure, _ group: GroupSelection = .all) -> MarkDistribution {
        var counts: [Int] = []
        if case .average(let maximum) = measure.unit { counts = Array(repeating: 0, count: maximum + 1) }
        for (record, verdict) in zip(records, verdicts(measure)) where isIn(group, record) {
            if case .counted(let mark) = verdict, counts.indices.contains(mark) { counts[mark] += 1 }
        }
        return MarkDistribution(measure: measure, year: year, group: group, counts: counts)
    }
}

extension CohortVisibility {
    /// How often each mark is; nil when the average of the same pupils is withheld.
    public mutating func distribution(_ measure: StatutoryMeasure, _ group: GroupSelection = .all)
        -> MarkDistribution?
    {
        figure(measure, group) == nil ? nil : cohort.distribution(measure, group)
    }
}
