import Assessment
import Reports
import Testing

/// Makes cohorts of pupils with results of many years, and judges them a second time from the stored facts alone.
enum Journeys {
    /// The facts of one pupil: by assessment as `kind/yearGroup`.
    typealias History = [String: Facts]

    static func key(_ kind: AssessmentKind, _ yearGroup: YearGroup? = nil) -> String {
        "\(kind.rawValue)/\((yearGroup ?? kind.yearGroup).rawValue)"
    }

    /// Pupils 1, 2, 3, ... in Year 6 of a year, with rows of the years in which such pupils took each assessment.
    static func cohort(
        _ histories: [History], year: Int = 2029, settings: SummativeSettings = .standard,
        pupil: (Int) -> Pupil = { Pupil(id: Int64($0 + 1), surname: "Fictional", forename: "Pupil \($0 + 1)") }
    ) throws -> JourneyCohort {
        let schoolYear = try #require(SchoolYear(endYear: year))
        let journeys = try histories.enumerated().map { place, history in
            let pupil = pupil(place)
            var rows: [any AssessmentRow] = []
            for kind in AssessmentKind.allCases {
                for group in kind.yearGroups {
                    let facts = history[key(kind, group)] ?? [:]
                    let earlier = group == .year2 && kind == .phonics ? history[key(.phonics)] ?? [:] : [:]
                    let then = year - (YearGroup.year6.ageAtStart - group.ageAtStart)
                    let columns = try Shipped.data.columns(
                        of: kind, year: then, yearGroup: group, summative: settings)
                    rows.append(columns.anyRow(facts, earlier: earlier))
                }
            }
            return PupilJourney(
                pupil: pupil,
                place: CohortPlace(
                    pupilID: pupil.id, year: schoolYear, yearGroup: .year6,
                    className: place % 2 == 0 ? "6 Kestrel" : "6 Merlin"), rows: rows)
        }
        return JourneyCohort(year: year, journeys: journeys, settings: settings)
    }

    static let judgements = ["SBE", "BE", "JA", "SE", "AB", "SAB"]

    /// Histories in which every kind of entry occurs, and nothing too. Scores of Key Stage 2 are official, so that no table
    /// is needed.
    static func random(_ count: Int, seed: UInt64) -> [History] {
        var random = SeededGenerator(seed: seed)
        func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
        func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }
        return (0..<count).map { _ in
            var history: History = [:]
            if !chance(8) {
                let isExempt = chance(12)
                var facts: Facts = [:]
                for goal in 1...17 where !chance(150) {
                    facts[ColumnID(rawValue: goal < 10 ? "e0\(goal)" : "e\(goal)")] =
                        isExempt ? "A" : chance(14) ? "1" : "2"
                }
                history[key(.eyfsp)] = facts
            }
            if !chance(8) {
                history[key(.phonics)] = ["y1.outcome": pick(["Wa", "Wa", "Wt", "A", "D", "L", "Q"])]
                if chance(3) { history[key(.phonics, .year2)] = ["y2.outcome": pick(["Wa", "Wt", "A", "L"])] }
            }
            var keyStage1: Facts = [:]
            for subject in ["reading", "writing", "mathematics"] where !chance(6) {
                keyStage1[ColumnID(rawValue: "\(subject).ta")] = pick([
                    "GDS", "EXS", "EXS", "WTS", "PK4", "PK1", "EM", "A", "L",
                ])
            }
            if !chance(6) { keyStage1["science.ta"] = pick(["EXS", "EXS", "HNM", "A", "L"]) }
            history[key(.ks1)] = keyStage1
            if !chance(7) {
                history[key(.mtc)] = [
                    "mark": chance(5) ? pick(["A", "B", "L", "Z"]) : "\(Int.random(in: 0...25, using: &random))"
                ]
            }
            var keyStage2: Facts = [:]
            for subject in ["reading", "mathematics", "gps"] {
                switch Int.random(in: 0..<8, using: &random) {
                case 0: break
                case 1:
                    keyStage2[ColumnID(rawValue: "\(subject).outcome")] = pick(["A", "B", "N", "L", "M", "AS", "NS"])
                case 2:
                    keyStage2[ColumnID(rawValue: "\(subject).scaled")] = "\(Int.random(in: 94...102, using: &random))+"
                default:
                    keyStage2[ColumnID(rawValue: "\(subject).scaled")] = "\(Int.random(in: 85...118, using: &random))"
                }
            }
            for (subject, codes) in [
                ("writing", ["GDS", "EXS", "EXS", "WTS", "PK6", "PK2", "EM", "A", "L"]),
                ("science", ["EXS", "EXS", "HNM", "A", "F"]),
            ] where !chance(7) {
                keyStage2[ColumnID(rawValue: "\(subject).ta")] = pick(codes)
            }
            history[key(.ks2)] = keyStage2
            for group in AssessmentKind.summative.yearGroups {
                var facts: Facts = [:]
                for term in SummativeTerm.allCases {
                    for subject in ["reading", "writing", "mathematics"] where !chance(5) {
                        facts[ColumnID(rawValue: "\(term.rawValue).\(subject)")] = pick(judgements)
                    }
                }
                history[key(.summative, group)] = facts
            }
            return history
        }
    }
}
