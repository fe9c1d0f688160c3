public import Assessment

/// End of Key Stage 2 outcomes of one group in one year: the report, before it is written as a page, JSON or a table.
///
/// Source: DfE, primary school accountability technical guide. Figures that an anonymised reader may not see are nil.
public struct KeyStage2Outcomes: Sendable {
    /// The calendar year in which the school year ends.
    public let year: Int
    public let group: GroupSelection
    /// How many pupils the group has, without those excluded; nil when withheld.
    public internal(set) var cohort: Int?
    /// How many of them have nothing recorded at all; nil when withheld.
    public internal(set) var notRecorded: Int?
    /// How many pupils of the group the reader took out; 0 in official figures.
    public internal(set) var excluded: Int
    /// What the report made of scores with a `+`.
    public internal(set) var specialConsideration: SpecialConsideration
    /// What marks were converted by, by test subject; absent where nothing is known of the year.
    public let tables: [Subject: TableBasis]
    /// By ``KeyStage2Area/index``; nil when withheld.
    var areas: [AreaOutcomes?]
    /// nil where no pupil may be named.
    var members: [KeyStage2Cohort.Member]?
    let countsSpecialConsideration: Bool
    /// Says what codes mean; nil as long as nobody is in the figures.
    var columns: KeyStage2Columns?

    /// The figures of one group straight from the records of its school; several groups of one school are cheaper by
    /// ``KeyStage2Cohort``.
    ///
    /// - Parameters: as those of ``KeyStage2Cohort``; pupils who are not of the group are passed over.
    public init(
        year: Int, group: GroupSelection = .all, records: [KeyStage2Record], tables: ConversionTables,
        specialConsideration: Bool = true, excluded: Set<Int64> = []
    ) {
        self = KeyStage2Cohort(
            year: year, records: records, tables: tables, specialConsideration: specialConsideration,
            excluded: excluded
        ).outcomes(group)
    }

    init(_ source: KeyStage2Cohort, group: GroupSelection, members: [KeyStage2Cohort.Member]) {
        year = source.year
        self.group = group
        tables = source.tables
        columns = source.columns
        countsSpecialConsideration = source.countsSpecialConsideration
        self.members = members
        var figures = KeyStage2Area.allCases.map { AreaOutcomes(area: $0) }
        var cohort = 0
        var empty = 0
        for member in members where !member.isExcluded {
            cohort += 1
            if member.isEmpty { empty += 1 }
            for index in figures.indices {
                figures[index].add(member.standings[index], specialConsideration: source.countsSpecialConsideration)
                if let value = member.teacherAssessments[index] {
                    figures[index].teacherAssessments[value, default: 0] += 1
                }
            }
        }
        self.cohort = cohort
        notRecorded = empty
        excluded = members.count - cohort
        let hasAny = figures.contains { ($0.scores?.withSpecialConsideration ?? 0) > 0 }
        specialConsideration = source.countsSpecialConsideration ? (hasAny ? .applied : .none) : .off
        areas = figures
    }

    /// The figures of one area; nil when they are withheld from this reader.
    public subscript(_ area: KeyStage2Area) -> AreaOutcomes? { areas[area.index] }

    /// Whether anything is withheld from this reader.
    public var isPartlyWithheld: Bool {
        cohort == nil || areas.contains { $0 == nil || ($0.map { $0.area.isTest && $0.scores == nil } ?? false) }
    }

    /// The share behind a measure; nil when withheld, for an average, and for a measure that the area does not have.
    public func share(_ measure: MeasureID) -> Share? {
        guard let area = measure.area else {
            return notRecorded.flatMap { count in cohort.map { Share(count: count, of: $0) } }
        }
        guard let figures = self[area] else { return nil }
        let everybody = figures.pupils
        func ofScored(_ count: (ScoreFigures) -> Int) -> Share? {
            figures.scores.map { Share(count: count($0), of: $0.pupils) }
        }
        return switch measure {
        case .expected: figures.expected
        case .higher: figures.higher
        case .averageScaledScore, .nothingRecorded: nil
        case .code(_, let code): Share(count: figures.codes[code] ?? 0, of: everybody)
        case .teacherAssessment(_, let code): Share(count: figures.teacherAssessments[code] ?? 0, of: everybody)
        case .range(_, let range): ofScored { $0.count(in: range) }
        case .score(_, let score): ofScored { $0.count(of: score) }
        case .nearMisses: ofScored(\.nearMisses)
        case .leftOut: Share(count: figures.leftOut.values.reduce(0, +), of: everybody)
        case .notRecorded: Share(count: figures.notRecorded, of: everybody)
        case .incomplete: Share(count: figures.incomplete, of: everybody)
        case .awaitingTable: Share(count: figures.awaitingTable, of: everybody)
        }
    }

    /// Every code of an area in the order of the Information key, with its count; only those that occur.
    public func codes(_ area: KeyStage2Area) -> [(code: String, count: Int)] {
        guard let figures = self[area], !figures.codes.isEmpty else { return [] }
        return inKeyOrder(figures.codes, area)
    }

    /// Every teacher assessment of an area in the order of the Information key, with its count; only those that occur.
    public func teacherAssessments(_ area: KeyStage2Area) -> [(code: String, count: Int)] {
        guard let figures = self[area], !figures.teacherAssessments.isEmpty else { return [] }
        return inKeyOrder(figures.teacherAssessments, area)
    }

    /// The codes by which pupils are left out, with their counts, in the order of the Information key.
    public func leftOut(_ area: KeyStage2Area) -> [(code: String, count: Int)] {
        guard let figures = self[area], !figures.leftOut.isEmpty else { return [] }
        return inKeyOrder(figures.leftOut, area)
    }

    private func inKeyOrder(_ counts: [String: Int], _ area: KeyStage2Area) -> [(code: String, count: Int)] {
        var order: [String: Int] = [:]
        for subject in area.subjects {
            for code in resultCodes(subject) where order[code.code] == nil { order[code.code] = order.count }
        }
        return counts.map { (code: $0.key, count: $0.value) }
            .sorted { (order[$0.code] ?? .max, $0.code) < (order[$1.code] ?? .max, $1.code) }
    }

    private func resultCodes(_ subject: Subject) -> [ResultCode] {
        (columns?.test(subject)?.outcome.codes ?? []) + (columns?.teacherAssessment(subject)?.codes ?? [])
    }

    /// What a code means in an area, from the code list of the year; the code itself when it is not in it.
    public func meaning(of code: String, in area: KeyStage2Area) -> String {
        for subject in area.subjects {
            if let found = resultCodes(subject).first(where: { $0.code == code }) { return found.meaning }
        }
        return code
    }
}
