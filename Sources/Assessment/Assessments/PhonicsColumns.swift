/// The columns of the phonics screening check, of Year 1 or of Year 2.
///
/// **Where results are stored.** Each result is stored under the school year of the year group that is named in its
/// column: `y1.mark` and `y1.outcome` under the year in which the pupil was in Year 1, `y2.mark` and `y2.outcome` under the
/// year in which the pupil was in Year 2. So a pupil of the 2025 check who takes it again has `y1.mark` under 2025 and
/// `y2.mark` under 2026. The row of Year 2 shows the Year 1 result of the year before (the `earlier` of its row), which is
/// read-only there.
///
/// **The pandemic.** The checks of 2020 and 2021 were taken in the autumn after, when the pupils were in Year 2. Files give
/// them the year 2020 and 2021. They are `y1.mark` under 2020 and 2021: the one check of these cohorts' Year 1, late.
public struct PhonicsColumns: AssessmentColumns {
    /// One taking of the check.
    public struct Check: Sendable, Hashable {
        public let mark: Column
        public let outcome: Column
        /// The calendar year of the check's threshold.
        public let year: Int
        /// The lowest mark that meets the standard; nil while that of the year is not known.
        public let threshold: Int?
    }

    public let year: Int
    /// The check of Year 1; read-only in the row of Year 2.
    public let first: Check
    /// The check taken again; nil in the row of Year 1.
    public let second: Check?
    public let all: [Column]
    public let filters: [ColumnFilter]

    public var kind: AssessmentKind { .phonics }
    public var yearGroup: YearGroup { second == nil ? .year1 : .year2 }
    public var isStatutory: Bool { true }

    init(year: Int, isSecond: Bool, codes: CodeLists, thresholds: PhonicsThresholds) {
        func check(_ yearGroup: Int, _ year: Int, isStored: Bool) -> Check {
            let codes = codes.codes(.phonics, .phonics, .test, year: year)
            func column(_ part: String, _ kind: Column.Kind, _ codes: [ResultCode], _ heading: [String]) -> Column {
                Column(
                    id: ColumnID(rawValue: "y\(yearGroup).\(part)"), subject: .phonics, kind: kind,
                    title: "Year \(yearGroup) \(part)", codes: codes, heading: heading, isStored: isStored)
            }
            return Check(
                mark: column(
                    "mark", .mark(maximum: PhonicsThresholds.maximum), codes.filter { $0.entry != .history },
                    ["Year \(yearGroup)", "of \(PhonicsThresholds.maximum)"]),
                outcome: column("outcome", .outcome, codes, ["Year \(yearGroup)", "outcome"]), year: year,
                threshold: thresholds.threshold(year))
        }
        self.year = year
        first = check(1, isSecond ? year - 1 : year, isStored: !isSecond)
        second = isSecond ? check(2, year, isStored: true) : nil
        let checks = [first, second].compactMap(\.self)
        all = checks.flatMap { [$0.mark, $0.outcome] }
        filters = [
            ColumnFilter(
                "check", "Check",
                groups: checks.enumerated().map {
                    .init("Year \($0.offset + 1)", [$0.element.mark, $0.element.outcome])
                })
        ]
    }

    public func row(_ facts: Facts, earlier: Facts, tables: ConversionTables) -> PhonicsRow {
        PhonicsRow(columns: self, facts: facts, earlier: earlier)
    }
}
