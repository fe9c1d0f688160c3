public import Assessment

/// The pupils of one year group in one school year with their rows of one assessment: every figure is cut from it.
public struct AssessmentCohort: Sendable {
    public let kind: AssessmentKind
    public let yearGroup: YearGroup
    /// The calendar year in which the school year ends.
    public let year: Int
    /// In the order in which lists show them.
    public let records: [AssessmentRecord]
    /// Whether `97+` counts as 100.
    public let countsSpecialConsideration: Bool
    /// A cohort is a value and its figures follow from it, so what was worked out once holds for every copy.
    let known = KnownFigures()

    /// - Parameters:
    ///   - yearGroup: nil for the one that takes the assessment; Year 2 for the phonics check by the end of Year 2.
    ///   - records: everybody who belonged to the year group in that year, leavers included.
    public init(
        _ kind: AssessmentKind, yearGroup: YearGroup? = nil, year: Int, records: [AssessmentRecord],
        specialConsideration: Bool = true
    ) {
        self.kind = kind
        self.yearGroup = yearGroup ?? kind.yearGroup
        self.year = year
        self.records = records
        countsSpecialConsideration = specialConsideration
    }

    /// The groups that a menu offers: the standard ones, then the classes and own groups of this cohort by name.
    public var groups: [PupilGroup] {
        let classes = Set(records.compactMap(\.place.className)).sorted()
        let own = Set(records.flatMap(\.pupil.groups)).sorted()
        return PupilGroup.standard + classes.map { .schoolClass($0) } + own.map { .own($0) }
    }

    /// Whether a pupil of the cohort is in a group.
    public func isIn(_ group: PupilGroup, _ record: AssessmentRecord) -> Bool {
        group.contains(record.pupil, record.place)
    }

    /// Whether a pupil of the cohort is among those that a report is about.
    public func isIn(_ selection: GroupSelection, _ record: AssessmentRecord) -> Bool {
        selection.groups.allSatisfy { isIn($0, record) }
    }

    /// The figure of one group.
    public func figure(_ measure: StatutoryMeasure, _ group: GroupSelection = .all) -> MeasureFigure {
        figures(measure, [group])[0]
    }

    /// The figures of several groups, in their order; every pupil is judged once. Kept with the cohort.
    public func figures(_ measure: StatutoryMeasure, _ groups: [GroupSelection]) -> [MeasureFigure] {
        groups.map { group in
            known.figure(measure, group) {
                var figure = MeasureFigure(measure, year: year, group: group)
                for (record, verdict) in zip(records, verdicts(measure)) where isIn(group, record) {
                    figure.add(verdict)
                }
                return figure
            }
        }
    }

    /// What a measure makes of each pupil, in the order of the records; nobody counts in a measure of another cohort.
    func verdicts(_ measure: StatutoryMeasure) -> [MeasureVerdict] {
        guard measure.kind == kind, measure.yearGroup == yearGroup, year >= measure.since else {
            return records.map { _ in .notRecorded }
        }
        return known.verdicts(measure) {
            records.map { measure.verdict(of: $0.row, specialConsideration: countsSpecialConsideration) }
        }
    }

    /// Who is behind a figure: in its numerator (for an average: with more than nothing), in its denominator, and left
    /// out with the reason.
    public func pupils(behind measure: StatutoryMeasure, _ group: GroupSelection = .all) -> PupilsBehind {
        var numerator: [Int64] = []
        var denominator: [Int64] = []
        var leftOut: [PupilsBehind.LeftOut] = []
        for (record, verdict) in zip(records, verdicts(measure)) where isIn(group, record) {
            let id = record.pupil.id
            func out(_ reason: String) { leftOut.append(.init(id: id, reason: reason)) }
            switch verdict {
            case .counted(let value):
                denominator.append(id)
                if value > 0 { numerator.append(id) }
            case .leftOut(let code): out(Self.words(code, record.row))
            case .notRecorded: out("Not yet recorded")
            case .incomplete: out("A part is missing")
            case .awaitingTable: out("No table or threshold for \(year) yet")
            }
        }
        return PupilsBehind(numerator: numerator, denominator: denominator, leftOut: leftOut)
    }

    /// `Left the school (L)`.
    static func words(_ code: String, _ row: any AssessmentRow) -> String {
        for column in row.columns.all {
            if let known = column.code(code) { return "\(known.meaning) (\(code))" }
        }
        return code
    }
}
