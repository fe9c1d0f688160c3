public import Assessment

/// One measure of End of Key Stage 2 over every group of a cohort, each beside its national figure.
public struct GroupComparison: Sendable {
    /// One group.
    public struct Row: Sendable, Hashable {
        public let group: PupilGroup
        /// nil when withheld from this reader.
        public let figure: GroupFigure?
        /// Whether so few pupils are in the denominator that the figure must be read with care.
        public let isSmall: Bool
        /// Of the year, or of the last year before it that has one; its own year says which.
        public let national: NationalFigure?
    }

    /// The largest denominator that is called small: one pupil moves the percentage by 10 points or more.
    public static let smallAtMost = 10

    /// Up to so many pupils a report says what one of them moves and what chance gives: 3.3 points or more.
    public static let cautionAtMost = 30

    public let measure: MeasureID
    public let year: Int
    /// In the order of the menu: the standard groups, classes, own groups. Groups without a pupil are left away.
    public let rows: [Row]
    /// Not disadvantaged less disadvantaged; nil for averages, and when either is withheld or has nobody.
    public let disadvantageGap: Gap?

    /// - Parameters:
    ///   - suppression: for a reader who may not see small groups; nil for one who may.
    public init(
        _ measure: MeasureID, cohort: KeyStage2Cohort, national: NationalFigures? = nil,
        suppression: Suppression? = nil
    ) {
        self.measure = measure
        year = cohort.year
        let groups = cohort.groups
        let selections = groups.map { GroupSelection($0) }
        let reports: [KeyStage2Outcomes] =
            if let suppression { suppression.outcomes(of: cohort, groups: selections) } else {
                selections.map { cohort.outcomes($0) }
            }
        let rows: [Row] = zip(groups, reports).compactMap { group, report in
            guard group == .all || report.cohort != 0 else { return nil }
            let figure = Self.figure(measure, report)
            return Row(
                group: group, figure: figure,
                isSmall: figure.map { (1...Self.smallAtMost).contains($0.denominator) } ?? false,
                national: national?.figure(measure, group: GroupSelection(group), year: cohort.year))
        }
        func share(_ group: PupilGroup) -> Share? { rows.first { $0.group == group }?.figure?.share }
        self.rows = rows
        disadvantageGap = share(.disadvantaged).flatMap { group in
            share(.notDisadvantaged).flatMap { Gap(group, others: $0) }
        }
    }

    private static func figure(_ measure: MeasureID, _ report: KeyStage2Outcomes) -> GroupFigure? {
        guard let pupils = report.cohort else { return nil }
        if case .averageScaledScore(let area) = measure {
            return report[area]?.scores.map {
                GroupFigure(pupils: pupils, share: nil, scoreSum: $0.sum, denominator: $0.pupils)
            }
        }
        return report.share(measure).map {
            GroupFigure(pupils: pupils, share: $0, scoreSum: nil, denominator: $0.of)
        }
    }
}
