public import Assessment

/// One measure of a statutory assessment over every group of a cohort, each beside its national figure.
public struct MeasureComparison: Sendable {
    /// One group.
    public struct Row: Sendable, Hashable {
        public let group: GroupSelection
        /// nil when withheld from this reader.
        public let figure: MeasureFigure?
        /// Whether so few pupils are in the denominator that the figure must be read with care.
        public var isSmall: Bool { figure.map { (1...GroupComparison.smallAtMost).contains($0.denominator) } ?? false }
        public let national: NationalFigure?
    }

    public let measure: StatutoryMeasure
    public let year: Int
    /// In the order given. Groups without a pupil are left away, and so are those of which a reader without names can't
    /// tell whether they have any.
    public let rows: [Row]
    /// Pupils who are not disadvantaged less disadvantaged ones; nil when either is withheld or has nobody.
    public let disadvantageGap: FigureDifference?

    /// - Parameters:
    ///   - groups: nil for every group of the cohort's menu.
    ///   - suppression: for a reader who may not see small groups; nil for one who may.
    public init(
        _ measure: StatutoryMeasure, cohort: AssessmentCohort, groups: [GroupSelection]? = nil,
        national: NationalFigures? = nil, suppression: Suppression? = nil
    ) {
        let groups = groups ?? cohort.groups.map { GroupSelection($0) }
        var source = CohortSource(cohort, suppression: suppression)
        self.init(measure, year: cohort.year, groups: groups, national: national, source: &source)
    }

    init(
        _ measure: StatutoryMeasure, year: Int, groups: [GroupSelection], national: NationalFigures?,
        source: inout CohortSource
    ) {
        self.measure = measure
        self.year = year
        let figures = source.figures(measure, groups)
        rows = zip(groups, figures).compactMap { group, figure in
            guard group == groups.first || figure.map({ $0.pupils > 0 }) ?? true else { return nil }
            return Row(
                group: group, figure: figure, national: national?.figure(measure, group: group, year: year))
        }
        func figure(_ group: PupilGroup) -> MeasureFigure? {
            zip(groups, figures).first { $0.0 == GroupSelection(group) }?.1
        }
        disadvantageGap = figure(.notDisadvantaged).flatMap { others in
            figure(.disadvantaged).flatMap { FigureDifference(of: others, over: $0) }
        }
    }
}
