import Assessment
import Reports
import Testing

/// Makes cohorts of any statutory assessment.
enum StatutoryCohorts {
    static func row(
        _ kind: AssessmentKind, _ year: Int, _ facts: Facts, yearGroup: YearGroup? = nil, earlier: Facts = [:]
    ) throws -> any AssessmentRow {
        try Shipped.data.columns(of: kind, year: year, yearGroup: yearGroup).anyRow(facts, earlier: earlier)
    }

    static func record(_ pupil: Pupil, _ row: any AssessmentRow, className: String? = nil) throws -> AssessmentRecord {
        let year = try #require(SchoolYear(endYear: row.columns.year))
        return AssessmentRecord(
            pupil: pupil,
            place: CohortPlace(
                pupilID: pupil.id, year: year, yearGroup: row.columns.yearGroup, className: className), row: row)
    }

    /// One pupil of each set of facts: 1, 2, 3, ...
    static func cohort(
        _ kind: AssessmentKind, _ year: Int, _ facts: [Facts], yearGroup: YearGroup? = nil, earlier: [Facts] = [],
        pupil: (Int) -> Pupil = { Pupil(id: Int64($0 + 1), surname: "Fictional", forename: "Pupil \($0 + 1)") }
    ) throws -> AssessmentCohort {
        let records = try facts.enumerated().map { place, facts in
            try record(
                pupil(place),
                row(
                    kind, year, facts, yearGroup: yearGroup,
                    earlier: earlier.indices.contains(place) ? earlier[place] : [:]))
        }
        return AssessmentCohort(kind, yearGroup: yearGroup, year: year, records: records)
    }

    /// A cohort in which every kind of entry occurs: marks, every code, outcomes alone, gaps and nothing; pupils with some
    /// facts known and some not. Also gives the facts, for a second calculation.
    static func random(_ kind: AssessmentKind, _ year: Int, yearGroup: YearGroup? = nil, count: Int, seed: UInt64)
        throws
        -> (cohort: AssessmentCohort, facts: [(now: Facts, earlier: Facts)])
    {
        // The pupils and the entries of Key Stage 2 are those of the cohorts of its report.
        let base = try Cohorts.random(count, year: kind == .ks2 ? year : 2026, seed: seed)
        var random = SeededGenerator(seed: seed &+ 77)
        var all: [(now: Facts, earlier: Facts)] = []
        let records = try base.map { record in
            var now: Facts = [:]
            var earlier: Facts = [:]
            switch kind {
            case .ks2: now = record.row.facts
            case .summative: break
            case .eyfsp: now = try profile(year, using: &random)
            case .phonics:
                if yearGroup == .year2 {
                    earlier = try check("y1", year - 1, using: &random)
                    if Int.random(in: 0..<3, using: &random) > 0 { now = try check("y2", year, using: &random) }
                } else {
                    now = try check("y1", year, using: &random)
                }
            case .mtc: now = try one(kind, year, "mark", using: &random)
            case .ks1:
                for column in ["reading.ta", "writing.ta", "mathematics.ta", "science.ta"] as [ColumnID] {
                    now.merge(try one(kind, year, column, using: &random)) { _, new in new }
                }
                if Bool.random(using: &random) { now["reading.paper1"] = "\(Int.random(in: 0...20, using: &random))" }
            }
            all.append((now, earlier))
            return try StatutoryCohorts.record(
                record.pupil, row(kind, year, now, yearGroup: yearGroup, earlier: earlier),
                className: record.place.className)
        }
        return (AssessmentCohort(kind, yearGroup: yearGroup, year: year, records: records), all)
    }

    private static func one(
        _ kind: AssessmentKind, _ year: Int, _ id: ColumnID, using random: inout SeededGenerator
    ) throws -> Facts {
        let column = try #require(try Shipped.data.columns(of: kind, year: year).column(id))
        switch Int.random(in: 0..<10, using: &random) {
        case 0: return [:]
        case 1, 2: return [id: column.codes.randomElement(using: &random)?.code ?? "A"]
        default:
            if case .mark(let maximum) = column.kind {
                return [id: "\(max(0, maximum - Int.random(in: 0...12, using: &random)))"]
            }
            return [id: ["EXS", "EXS", "GDS", "WTS"].randomElement(using: &random) ?? "EXS"]
        }
    }

    private static func profile(_ year: Int, using random: inout SeededGenerator) throws -> Facts {
        let goals = try Shipped.data.columns(of: .eyfsp, year: year).stored
        var facts: Facts = [:]
        let kind = Int.random(in: 0..<10, using: &random)
        guard kind > 0 else { return facts }
        for goal in goals where kind > 1 || Int.random(in: 0..<8, using: &random) > 0 {
            facts[goal.id] = kind == 2 ? "A" : Int.random(in: 0..<(kind > 5 ? 60 : 6), using: &random) == 0 ? "1" : "2"
        }
        if kind == 3 { facts[goals[Int.random(in: 0..<17, using: &random)].id] = "A" }
        return facts
    }

    private static func check(_ name: String, _ year: Int, using random: inout SeededGenerator) throws -> Facts {
        let mark = ColumnID(rawValue: "\(name).mark")
        let outcome = ColumnID(rawValue: "\(name).outcome")
        let codes = ["A", "D", "L", "Q"]
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return [:]
        case 1: return [mark: codes.randomElement(using: &random) ?? "A"]
        case 2: return [outcome: codes.randomElement(using: &random) ?? "A"]
        case 3: return [outcome: Bool.random(using: &random) ? "Wa" : "Wt"]
        case 4: return [mark: "38", outcome: "Q"]
        default: return [mark: "\(Int.random(in: 24...40, using: &random))"]
        }
    }
}

extension AssessmentColumns {
    func anyRow(_ facts: Facts, earlier: Facts) -> any AssessmentRow {
        row(facts, earlier: earlier, tables: Shipped.data.tables)
    }
}
