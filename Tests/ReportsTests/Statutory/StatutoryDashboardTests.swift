import Assessment
import Foundation
import Reports
import Testing

@Suite struct StatutoryDashboardTests {
    static func school() throws -> DfENumber { try DfENumber("820/9991") }

    static func dashboard(
        _ cohorts: [AssessmentCohort], year: Int = 2026, group: GroupSelection = .all, suppression: Suppression? = nil
    ) throws -> StatutoryDashboard {
        StatutoryDashboard(
            school: try school(), year: year, cohorts: cohorts, calendar: Shipped.data.calendar,
            national: Shipped.data.national, group: group, suppression: suppression)
    }

    static func row(_ dashboard: StatutoryDashboard, _ id: String) throws -> StatutoryDashboard.Row {
        try #require(dashboard.rows.first { $0.measure.id == id })
    }

    /// Marks of the multiplication check; the first four pupils are disadvantaged, the others not.
    static func tables(_ year: Int, _ marks: [String]) throws -> AssessmentCohort {
        try StatutoryCohorts.cohort(.mtc, year, marks.map { $0.isEmpty ? [:] : ["mark": $0] }) { place in
            Pupil(
                id: Int64(place + 1), surname: "Fictional", forename: "Pupil", sex: place % 2 == 0 ? .female : .male,
                isFSM6: place < 4)
        }
    }

    @Test func `a worked example: this year, the year before, change and gap`() throws {
        // given
        let before = try Self.tables(2025, ["25", "20", "10", "25", "25", "15"])
        let now = try Self.tables(2026, ["25", "0", "A", "19", "25", "25", "L", "", "22", "B"])
        // when
        let dashboard = try Self.dashboard([before, now])
        let full = try Self.row(dashboard, "mtc.full_marks")
        let average = try Self.row(dashboard, "mtc.average")
        // then
        #expect(dashboard.years == [2024, 2025, 2026])
        // 2026: 25, 0, A, 19, 25, 25, 22, B are eligible (8), 3 have 25; L is out, one is not recorded.
        let latest = try #require(full.latest.figure)
        #expect((latest.numerator, latest.denominator) == (3, 8))
        #expect(latest.leftOut == ["L": 1])
        #expect(latest.notRecorded == 1)
        // 2025: 3 of 6. Change: 37.5 - 50 = -12.5 points.
        #expect(full.entries[1].figure?.share == Share(count: 3, of: 6))
        #expect(full.latest.change?.points == -12.5)
        // Disadvantaged: 25, 0, A, 19 -> 1 of 4 = 25 %. Others: 25, 25, 22, B -> 2 of 4 = 50 %. Gap 25 points.
        #expect(full.latest.disadvantageGap?.points == 25)
        // Took it: 25, 0, 19, 25, 25, 22 -> 116 / 6 = 19.33; the year before 120 / 6 = 20. Change -0.667.
        #expect(average.latest.figure?.numerator == 116)
        #expect(average.latest.figure?.denominator == 6)
        #expect(average.latest.figure?.inWords == "19.3 over 6 pupils")
        #expect(average.latest.change?.inWords == "-0.7")
        // Disadvantaged 44 / 3, others 72 / 3: 24 - 14.667 = 9.333.
        #expect(average.latest.disadvantageGap?.inWords == "9.3")
        // 2024 has no pupils: nobody, and no change in 2025.
        #expect(full.entries[0].figure?.inWords == "nobody")
        #expect(full.entries[1].change == nil)
        // The national figure of 2026 is not published: the last one, with its year.
        #expect(full.latest.national?.year == 2025)
        #expect(full.latest.national?.value == 37)
        #expect(full.entries[0].national?.year == 2024)
    }

    @Test func `a good level of development, phonics and Key Stage 1 by hand`() throws {
        // given
        let goals = (1...17).map { ColumnID(rawValue: $0 < 10 ? "e0\($0)" : "e\($0)") }
        func profile(_ values: String) -> Facts {
            Dictionary(uniqueKeysWithValues: zip(goals, values).map { ($0, String($1)) })
        }
        let eyfsp = try StatutoryCohorts.cohort(
            .eyfsp, 2026,
            [
                profile("22222222222222222"), profile("22222222222211111"), profile("22222222222122222"),
                profile("AAAAAAAAAAAAAAAAA"), profile("2222"), [:],
            ])
        let year1 = try StatutoryCohorts.cohort(.phonics, 2026, ["31", "30", "A", "L"].map { ["y1.mark": $0] })
        let year2 = try StatutoryCohorts.cohort(
            .phonics, 2026, [[:], ["y2.mark": "31"], ["y2.mark": "12"], [:], ["y2.mark": "L"]], yearGroup: .year2,
            earlier: ["35", "31", "20", "20", "35"].map { ["y1.mark": $0] })
        let ks1 = try StatutoryCohorts.cohort(
            .ks1, 2025,
            [
                ["reading.ta": "EXS", "writing.ta": "GDS", "mathematics.ta": "EXS"],
                ["reading.ta": "GDS", "writing.ta": "WTS", "mathematics.ta": "EXS"],
                ["reading.ta": "L", "writing.ta": "L", "mathematics.ta": "L"], ["reading.ta": "EXS"],
                ["reading.ta": "PK4", "writing.ta": "A", "mathematics.ta": "D"],
            ])
        // when
        let dashboard = try Self.dashboard([eyfsp, year1, year2, ks1])
        func share(_ id: String, _ entry: Int = 2) throws -> Share? {
            try Self.row(dashboard, id).entries[entry].figure?.share
        }
        // then: two of the four whole profiles; four goals are not a profile yet.
        #expect(try share("eyfsp.gld") == Share(count: 2, of: 4))
        // 31 met it, 30 and A did not, L is out.
        #expect(try share("phonics.year1") == Share(count: 1, of: 3))
        // Met in Year 1; met now (31 was not enough in 2025); not met. Not yet checked again and L are out.
        #expect(try share("phonics.end_of_year2") == Share(count: 2, of: 3))
        // One of the three who have all three subjects and not L.
        #expect(try share("ks1.rwm", 1) == Share(count: 1, of: 3))
    }

    @Test func `a year without the assessment says why and breaks the change`() throws {
        // given
        let ks2 = try [2019, 2022].map { year in
            try StatutoryCohorts.random(.ks2, year, count: 30, seed: UInt64(year)).cohort
        }
        // when
        let dashboard = try Self.dashboard(ks2, year: 2022)
        let row = try Self.row(dashboard, "ks2.reading")
        // then
        #expect(row.entries[0].state == .notHeld(reason: "Not held because of the pandemic."))
        #expect(row.entries[1].explanation == "Not held because of the pandemic.")
        #expect(row.latest.state == .shown)
        #expect(row.latest.change == nil)
        #expect(
            try Self.row(dashboard, "phonics.year1").entries[0].note
                == "Taken in the autumn of Year 2 because of the pandemic.")
        let old = try Self.row(try Self.dashboard([], year: 2023), "eyfsp.gld")
        #expect(old.entries.map(\.state.isShown) == [false, true, true])
        #expect(
            try Self.row(try Self.dashboard([], year: 2019), "eyfsp.gld").latest.explanation
                == "The profile before 2022 had other goals, so it is not compared.")
        #expect(
            try Self.row(try Self.dashboard([], year: 2025), "ks1.rwm").entries.map(\.note) == [
                nil, "Optional since 2024: nothing is due.", "Optional since 2024: nothing is due.",
            ])
    }

    @Test func `by a crossed group the figures are of those in both and no national one misleads`() throws {
        // given: girls are pupils 1, 3, 5, 7; disadvantaged 1 to 4
        let cohort = try Self.tables(2026, ["25", "25", "1", "25", "25", "25", "2", "3"])
        // when
        let crossed = try Self.dashboard([cohort], group: .init(.disadvantaged, crossedWith: .girls))
        let girls = try Self.dashboard([cohort], group: .init(.girls))
        // then
        let entry = try Self.row(crossed, "mtc.full_marks").latest
        #expect(entry.figure?.share == Share(count: 1, of: 2))
        #expect(entry.national == nil)
        #expect(entry.disadvantageGap == nil)
        // Girls: disadvantaged 25 and 1 -> 1 of 2, others 25 and 2 -> 1 of 2.
        #expect(try Self.row(girls, "mtc.full_marks").latest.disadvantageGap?.points == 0)
        #expect(try Self.row(girls, "mtc.average").latest.national?.group == "girls")
    }

    @Test func `JSON has the names that scripts rely on, in their order`() throws {
        // when
        let text = try Self.dashboard([Self.tables(2026, ["25", "0", "A", "19"])]).json().text
        // then
        #expect(
            text.hasPrefix(
                #"{"report":"statutory-dashboard","school":"820/9991","years":[2024,2025,2026],"group":"all","measures":["#
            ))
        #expect(
            text.contains(
                #"{"measure":"mtc.full_marks","year":2026,"numerator":1,"denominator":4,"percent":25,"value":null,"national":{"value":37,"year":2025,"basis":"state_funded","release":"revised","group":"all"}"#
            ))
        #expect(
            text.contains(
                #"{"measure":"mtc.average","year":2026,"numerator":44,"denominator":3,"percent":null,"value":14.666666666666666,"national":"#
            ))
        #expect(text.contains(#"{"measure":"ks2.science","year":2024,"numerator":0,"denominator":0,"percent":null,"#))
        #expect(text.components(separatedBy: #""measure":"#).count - 1 == 13 * 3)
        let gap = try Self.dashboard([], year: 2021).json().text
        #expect(gap.contains(#""measure":"ks2.rwm","year":2020,"numerator":null,"denominator":null,"percent":null,"#))
        #expect(gap.contains(#""not_held":"Not held because of the pandemic.""#))
    }

    @Test func `CSV and text say the same`() throws {
        let dashboard = try Self.dashboard([Self.tables(2026, ["25", "0", "A", "19"])])
        let table = dashboard.table()
        #expect(table.count == 1 + 13 * 3)
        #expect(table.allSatisfy { $0.count == StatutoryDashboard.tableHeadings.count })
        let line = try #require(table.first { $0[0] == "mtc.full_marks" && $0[3] == "2026" })
        #expect(line[4...6] == ["1", "4", "25"])
        let text = dashboard.text(title: "Saltmarsh Primary School, 820/9991")
        #expect(text.contains("MTC: Full marks"))
        #expect(text.contains("1 of 4 (25%)"))
        #expect(text.contains("37% (2025, state-funded schools, revised)"))
        #expect(text.contains("one pupil is 25.0 points; chance alone gives 5% to 70%"))
    }

    @Test func `the figures are the same in whatever order the pupils come`() throws {
        let (cohort, _) = try StatutoryCohorts.random(.eyfsp, 2026, count: 60, seed: 9)
        let turned = AssessmentCohort(.eyfsp, year: 2026, records: cohort.records.reversed())
        #expect(try Self.dashboard([cohort]).json().text == Self.dashboard([turned]).json().text)
    }

    @Test func `a pupil who left stays in the cohort of the year`() throws {
        // given
        let (cohort, _) = try StatutoryCohorts.random(.eyfsp, 2025, count: 30, seed: 2)
        let left = AssessmentCohort(
            .eyfsp, year: 2025,
            records: cohort.records.map { record in
                var record = record
                record.pupil.leavingDate = CalendarDate(year: 2026, month: 1, day: 9)
                return record
            })
        #expect(try Self.dashboard([cohort]).json().text == Self.dashboard([left]).json().text)
    }

    @Test func `a comparison has every group with pupils, beside its own national figure`() throws {
        let (cohort, _) = try StatutoryCohorts.random(.eyfsp, 2025, count: 60, seed: 4)
        let measure = try #require(StatutoryMeasure.measure("eyfsp.gld"))
        let comparison = MeasureComparison(measure, cohort: cohort, national: Shipped.data.national)
        #expect(comparison.rows.first?.group == .all)
        #expect(comparison.rows.allSatisfy { ($0.figure?.pupils ?? 0) > 0 })
        #expect(comparison.rows.first { $0.group == GroupSelection(.fsm) }?.national?.group == "fsm")
        #expect(comparison.rows.contains { $0.group == GroupSelection(.own("Choir")) })
        #expect(comparison.disadvantageGap != nil)
    }
}

extension StatutoryDashboard.Entry.State {
    var isShown: Bool { self == .shown }
}
