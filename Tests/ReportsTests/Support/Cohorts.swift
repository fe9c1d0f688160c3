import Assessment
import Reports
import Testing

/// The reference data that ships with the program, read once for all tests.
enum Shipped {
    static let data: ReferenceData = {
        do { return try ReferenceData.load() } catch { preconditionFailure("The shipped data must load: \(error)") }
    }()
}

/// SplitMix64: random cohorts that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Makes records of fictional pupils.
enum Cohorts {
    static func record(_ pupil: Pupil, _ facts: Facts, year: Int = 2026, className: String? = nil) throws
        -> KeyStage2Record
    {
        let columns = try #require(KeyStage2Columns(year: year, codes: Shipped.data.codes))
        let schoolYear = try #require(SchoolYear(endYear: year))
        return KeyStage2Record(
            pupil: pupil,
            place: CohortPlace(pupilID: pupil.id, year: schoolYear, yearGroup: .year6, className: className),
            row: KeyStage2Row(columns: columns, facts: facts, tables: Shipped.data.tables))
    }

    /// One record of each set of facts, pupils 1, 2, 3, ...
    static func records(_ facts: [Facts], year: Int = 2026) throws -> [KeyStage2Record] {
        try facts.enumerated().map { place, facts in
            try record(
                Pupil(id: Int64(place + 1), surname: "Fictional", forename: "Pupil \(place + 1)"), facts, year: year)
        }
    }

    static func cohort(
        _ records: [KeyStage2Record], year: Int = 2026, specialConsideration: Bool = true, excluded: Set<Int64> = []
    ) -> KeyStage2Cohort {
        KeyStage2Cohort(
            year: year, records: records, tables: Shipped.data.tables, specialConsideration: specialConsideration,
            excluded: excluded)
    }

    /// A cohort in which every kind of entry occurs: marks, totals, official scores with and without +, every code of
    /// the year, gaps, and pupils with nothing; pupils with some facts known and some not.
    static func random(
        _ count: Int, year: Int = 2026, seed: UInt64, firstID: Int64 = 1
    ) throws -> [KeyStage2Record] {
        var random = SeededGenerator(seed: seed)
        let columns = try #require(KeyStage2Columns(year: year, codes: Shipped.data.codes))
        return try (0..<count).map { place in
            func maybe(_ share: Int) -> Bool? {
                switch Int.random(in: 0..<10, using: &random) {
                case 0: nil
                case 1...share: true
                default: false
                }
            }
            let pupil = Pupil(
                id: firstID + Int64(place), surname: "Fictional", forename: "Pupil \(place)",
                dateOfBirth: CalendarDate(year: year - 11, month: Int.random(in: 1...12, using: &random), day: 9),
                sex: [.female, .male, .female, .male, nil].randomElement(using: &random) ?? nil,
                ethnicity: ["WBRI", "WBRI", "AIND", "BCRB", "MWBC", "REFU", nil].randomElement(using: &random) ?? nil,
                isEAL: maybe(2), sen: SENProvision.allCases.randomElement(using: &random), isFSM: maybe(2),
                isFSM6: maybe(3), isLookedAfter: maybe(1), isServiceChild: maybe(1),
                entryDate: CalendarDate(year: Int.random(in: (year - 7)...year, using: &random), month: 1, day: 8),
                groups: Bool.random(using: &random) ? ["Choir"] : [])
            var facts: Facts = [:]
            if Int.random(in: 0..<20, using: &random) > 0 {
                for test in columns.tests { fill(test, into: &facts, using: &random) }
                for column in [columns.writing, columns.science] where Int.random(in: 0..<12, using: &random) > 0 {
                    facts[column.id] = column.codes.randomElement(using: &random)?.code
                }
            }
            return try record(
                pupil, facts, year: year,
                className: ["6 Kestrel", "6 Merlin", nil].randomElement(using: &random) ?? nil)
        }
    }

    private static func fill(
        _ test: KeyStage2Columns.Test, into facts: inout Facts, using random: inout SeededGenerator
    ) {
        func mark(_ column: Column) -> String? {
            guard case .mark(let maximum) = column.kind else { return nil }
            return String(Int.random(in: 0...maximum, using: &random))
        }
        switch Int.random(in: 0..<12, using: &random) {
        case 0: break
        case 1: facts[test.outcome.id] = test.outcome.codes.randomElement(using: &random)?.code
        case 2:
            let code = test.papers[0].codes.randomElement(using: &random)?.code
            facts[test.papers[Int.random(in: test.papers.indices, using: &random)].id] = code
        case 3: facts[test.papers[0].id] = mark(test.papers[0])
        case 4: facts[test.scaled.id] = "\(Int.random(in: 80...120, using: &random))+"
        case 5: facts[test.scaled.id] = "\(Int.random(in: 94...112, using: &random))"
        case 6:
            if let column = test.teacherAssessment {
                facts[column.id] = column.codes.randomElement(using: &random)?.code
                if Bool.random(using: &random) { facts[test.papers[0].id] = "B" }
            }
        case 7:
            let maximum = test.papers.reduce(0) { sum, column in
                if case .mark(let maximum) = column.kind { sum + maximum } else { sum }
            }
            facts[test.total.id] = String(Int.random(in: 0...maximum, using: &random))
        default: for paper in test.papers { facts[paper.id] = mark(paper) }
        }
    }
}
