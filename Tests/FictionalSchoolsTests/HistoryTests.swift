import Assessment
import FictionalSchools
import Foundation
import Testing

/// A school of seven years with all five assessments.
@Suite struct HistoryTests {
    private func school(_ index: Int = 0, seed: UInt64 = 1) throws -> FictionalSchool {
        try FictionalSchool.make(seed: seed, index: index, year: 2026, history: 7, reference: Given.reference())
    }

    private static let many = Result {
        let maker = try FictionalSchoolMaker(seed: 1, history: 7, reference: Given.reference())
        return try (0..<40).map { try maker.school($0) }
    }

    /// Rows of the results of a kind and year over 40 schools.
    private func rows(_ kind: AssessmentKind, _ year: Int, _ group: YearGroup? = nil) throws -> [any AssessmentRow] {
        let columns = try Given.reference().columns(of: kind, year: year, yearGroup: group)
        let tables = try Given.reference().tables
        return try Self.many.get().flatMap { school in
            try school.results(of: kind, in: year).filter { $0.yearGroup == columns.yearGroup }.map { result in
                columns.made(result.facts, tables)
            }
        }
    }

    private func percent(_ count: Int, _ of: Int) -> Double { 100 * Double(count) / Double(of) }

    @Test func `a long history holds the short one unchanged`() throws {
        // given
        let short = try Given.school()
        // when
        let long = try school()
        // then
        #expect(long.years == 2020...2026)
        #expect(Array(long.pupils.prefix(short.pupils.count)) == short.pupils)
        #expect(
            long.places.filter { $0.year.endYear >= 2024 }.filter { place in
                short.pupil(place.pupilID) != nil
            } == short.places)
        #expect(long.keyStage2.filter { $0.year.endYear >= 2024 } == short.keyStage2)
        #expect(Set(long.pupils.compactMap(\.upn)).count == long.pupils.compactMap(\.upn).count)
        #expect(long.pupils.count > short.pupils.count + 4 * 50)
    }

    @Test func `the same seed gives the same school`() throws {
        let first = try school(3, seed: 7)
        let second = try school(3, seed: 7)
        #expect(first.earlier == second.earlier)
        #expect(first.places == second.places)
        func bytes(_ school: FictionalSchool) throws -> [UInt8] {
            var all: [UInt8] = []
            try school.writeAssessmentTransfer(year: 2023) { all += $0 }
            return all
        }
        #expect(try bytes(first) == bytes(second))
        #expect(try bytes(first) != bytes(school(3, seed: 8)))
    }

    @Test func `each assessment has results in exactly the years in which it was held`() throws {
        // given
        let school = try school()
        let held: [AssessmentKind: [Int]] = [
            .eyfsp: [2022, 2023, 2024, 2025, 2026], .phonics: [2020, 2021, 2022, 2023, 2024, 2025, 2026],
            .ks1: [2022, 2023], .mtc: [2022, 2023, 2024, 2025, 2026], .ks2: [2022, 2023, 2024, 2025, 2026],
        ]
        for kind in AssessmentKind.statutory {
            for year in school.years {
                // then
                let results = try school.results(of: kind, in: year)
                #expect(!results.isEmpty == held[kind]?.contains(year), "\(kind) \(year)")
            }
        }
        #expect(throws: FictionalSchoolError.yearNotInSchool(2019, years: 2020...2026)) {
            try school.results(of: .mtc, in: 2019)
        }
    }

    @Test func `every pupil of a cohort has one result, which passes the checks one value after the other`() throws {
        // given
        let school = try school()
        let reference = try Given.reference()
        for kind in AssessmentKind.statutory {
            for group in kind.yearGroups {
                for year in school.years {
                    guard let columns = try? reference.columns(of: kind, year: year, yearGroup: group) else { continue }
                    if kind == .ks1, year > 2023 { continue }
                    let results = try school.results(of: kind, in: year).filter { $0.yearGroup == group }
                    let cohort = try school.places(in: year).filter { $0.yearGroup == group }.map(\.pupilID)
                    // then
                    #expect(Set(results.map(\.pupilID)).isSubset(of: cohort))
                    if group == kind.yearGroup { #expect(results.count == cohort.count, "\(kind) \(year)") }
                    for result in results {
                        var row = columns.made([:], reference.tables)
                        for (column, value) in result.values {
                            #expect(try row.check(value, in: column, source: .hand) == value)
                            row = row.setting(column, to: value)
                        }
                        let (done, due) = row.completeness()
                        #expect(done == due, "\(kind) \(year) \(result.facts)")
                        #expect(row.offers().isEmpty)
                    }
                }
            }
        }
    }

    @Test func `the results come near the national figures`() throws {
        // EYFSP 2025: good level 68.3, all goals 66.9, average 14.1
        let profiles = try rows(.eyfsp, 2025).compactMap { $0 as? EarlyYearsRow }
        let good = profiles.count { $0.goodLevel.level == .expected }
        let all = profiles.count { $0.standing($0.columns.goals).level == .expected }
        let goals = profiles.compactMap(\.goalsAtExpected).reduce(0, +)
        #expect(abs(percent(good, profiles.count) - 68.3) < 4)
        #expect(abs(percent(all, profiles.count) - 66.9) < 4)
        #expect(abs(Double(goals) / Double(profiles.count) - 14.1) < 0.5)
        // phonics 2025: 80; by the end of Year 2 (2023): 89
        let first = try rows(.phonics, 2025, .year1).compactMap { $0 as? PhonicsRow }
        let again = try rows(.phonics, 2026, .year2).compactMap { $0 as? PhonicsRow }
        let met = first.count { $0.first.outcome == "Wa" }
        let metAgain = again.count { $0.second?.outcome == "Wa" }
        #expect(abs(percent(met, first.count) - 80) < 3)
        #expect(abs(percent(met + metAgain, first.count) - 89) < 3)
        // Key Stage 1 2023: reading 68, writing 60, mathematics 70, science 79; greater depth 19, 8, 16
        let stage1 = try rows(.ks1, 2023).compactMap { $0 as? KeyStageRow }
        for (subject, expected, higher) in [
            (Subject.reading, 68.0, 19.0), (.writing, 60, 8), (.mathematics, 70, 16), (.science, 79, 0),
        ] {
            let levels = stage1.compactMap { $0.standing(ofTeacherAssessment: subject).level }
            let atExpected = percent(levels.count { $0 >= .expected }, levels.count)
            let atHigher = percent(levels.count { $0 == .higher }, levels.count)
            #expect(abs(atExpected - expected) < 4)
            #expect(abs(atHigher - higher) < 4)
        }
        // multiplication check 2025: 21.0, 37 % full marks, 96 % took it
        let tables = try rows(.mtc, 2025).compactMap { $0 as? MultiplicationRow }
        let marks = tables.compactMap(\.mark)
        let average = Double(marks.reduce(0, +)) / Double(marks.count)
        #expect(abs(average - 21) < 0.7)
        #expect(abs(percent(marks.count { $0 == 25 }, tables.count) - 37) < 4)
        #expect(abs(percent(marks.count, tables.count) - 96) < 2)
    }

    @Test func `a pupil's results belong together`() throws {
        // given: pupils of 40 schools with phonics in 2021, Key Stage 1 in 2022, the check in 2024 and Key Stage 2 in 2026
        var pairs: [(phonics: Bool, reading: Bool)] = []
        for school in try Self.many.get() {
            let phonics = try school.results(of: .phonics, in: 2021)
            let keyStage2 = try school.keyStage2(in: 2026)
            for result in keyStage2 {
                guard let mark = phonics.first(where: { $0.pupilID == result.pupilID })?.facts["y1.mark"],
                    case .sat(let sitting) = result.reading
                else { continue }
                pairs.append((Int(mark).map { $0 >= 32 } ?? false, sitting.outcome == "AS"))
            }
        }
        // then: who met the phonics standard meets the reading standard far more often
        let met = pairs.filter(\.phonics)
        let others = pairs.filter { !$0.phonics }
        #expect(met.count > 500)
        #expect(
            percent(met.count(where: \.reading), met.count) > percent(others.count(where: \.reading), others.count) + 30
        )
    }

    @Test func `the CTF of a year carries the results of every assessment`() throws {
        // given
        let school = try school()
        var text = ""
        // when
        try school.writeAssessmentTransfer(year: 2023) { text += String(decoding: $0, as: UTF8.self) }
        func count(_ part: String) -> Int { text.components(separatedBy: part).count - 1 }
        // then
        #expect(try count("<Component>E17</Component>") == school.results(of: .eyfsp, in: 2023).count)
        #expect(try count("<Component>CHK</Component>") >= school.results(of: .phonics, in: 2023).count)
        #expect(try count("<Component>MTC</Component>") == school.results(of: .mtc, in: 2023).count)
        #expect(try count("<Stage>KS1</Stage>") > school.results(of: .ks1, in: 2023).count)
        #expect(
            try count("<Component>WRI</Component>") == school.results(of: .ks1, in: 2023).count
                + school.keyStage2(in: 2023).count)
        #expect(text.contains("<ResultQualifier>NY</ResultQualifier>\n            <Result>WA</Result>"))
        #expect(!text.contains("<Year>2022</Year>"))
        #expect(text.contains("Partial CTF containing statutory assessment data"))
    }

    @Test(arguments: [(2, 2026, 3...7), (8, 2026, 3...7), (7, 2024, 3...6)])
    func `a history that can't be made is refused with what can`(
        _ history: Int, _ year: Int, _ allowed: ClosedRange<Int>
    ) throws {
        let reference = try Given.reference()
        #expect(throws: FictionalSchoolError.historyOutOfRange(history, years: allowed)) {
            try FictionalSchoolMaker(seed: 1, year: year, history: history, reference: reference)
        }
    }

    @Test func `the first year of all has the codes of its time`() throws {
        let reference = try Given.reference()
        let maker = try FictionalSchoolMaker(seed: 1, year: 2025, history: 7, reference: reference)
        for index in 0..<6 {
            for result in try maker.school(index).keyStage2(in: 2019) {
                let columns = try #require(KeyStage2Columns(year: 2019, codes: reference.codes))
                for (column, value) in result.enteredValues where Int(value) == nil && !value.hasSuffix("+") {
                    #expect(columns.column(column)?.code(value) != nil, "\(column) \(value)")
                }
            }
        }
    }
}

extension AssessmentColumns {
    func made(_ facts: Facts, _ tables: ConversionTables) -> any AssessmentRow {
        row(facts, earlier: [:], tables: tables)
    }
}
