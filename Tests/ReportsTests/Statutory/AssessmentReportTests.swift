import Assessment
import Foundation
import Reports
import Testing

@Suite struct AssessmentReportTests {
    static func report(
        _ kind: AssessmentKind, _ cohorts: [AssessmentCohort], year: Int = 2026, group: GroupSelection = .all,
        suppression: Suppression? = nil
    ) throws -> AssessmentReport {
        AssessmentReport(
            kind, school: try StatutoryDashboardTests.school(), year: year, cohorts: cohorts,
            calendar: Shipped.data.calendar, thresholds: Shipped.data.phonicsThresholds,
            national: Shipped.data.national, group: group, suppression: suppression)
    }

    /// Phonics of Year 1 in 2026, threshold 31; the first three pupils are girls.
    static func phonics(_ marks: [String]) throws -> AssessmentCohort {
        try StatutoryCohorts.cohort(.phonics, 2026, marks.map { $0.isEmpty ? [:] : ["y1.mark": $0] }) { place in
            Pupil(id: Int64(place + 1), surname: "Fictional", forename: "Pupil", sex: place < 3 ? .female : .male)
        }
    }

    @Test func `marks are counted one by one, with the threshold of the year; codes are no marks`() throws {
        // when
        let report = try Self.report(.phonics, [try Self.phonics(["31", "30", "40", "31", "A", "Q", "L", ""])])
        // then
        let marks = try #require(report.marks.first)
        let counts = try #require(marks.distribution?.counts)
        #expect(counts.count == 41)
        #expect((counts[30], counts[31], counts[40], counts.reduce(0, +)) == (1, 2, 1, 4))
        #expect(marks.threshold == 31)
        #expect(marks.distribution?.measure(of: 30)?.id == "phonics.year1.mark.30")
    }

    @Test func `the marks of a group add up with those of the others`() throws {
        for seed in 0..<4 as Range<UInt64> {
            for kind in [AssessmentKind.phonics, .mtc] {
                // given
                let cohort = try StatutoryCohorts.random(kind, 2026, count: 60, seed: seed).cohort
                func counts(_ group: PupilGroup) throws -> [Int] {
                    try #require(
                        try Self.report(kind, [cohort], group: GroupSelection(group)).marks.first?.distribution?.counts)
                }
                // when
                let unknown = cohort.records.filter { $0.pupil.sex == nil }
                let rest = AssessmentCohort(kind, year: 2026, records: unknown)
                let sum = zip(try counts(.girls), try counts(.boys)).map { $0 + $1 }
                let others =
                    unknown.isEmpty
                    ? sum.map { _ in 0 } : try #require(try Self.report(kind, [rest]).marks.first?.distribution?.counts)
                // then
                #expect(zip(sum, others).map { $0 + $1 } == (try counts(.all)))
            }
        }
    }

    @Test func `groups of a chosen group are its parts, and a crossed one has none`() throws {
        // given
        let cohort = try StatutoryCohorts.random(.mtc, 2026, count: 80, seed: 3).cohort
        // when
        let boys = try Self.report(.mtc, [cohort], group: GroupSelection(.boys))
        let crossed = try Self.report(.mtc, [cohort], group: GroupSelection(.disadvantaged, crossedWith: .boys))
        // then
        let comparison = try #require(boys.comparisons.first)
        #expect(comparison.rows.first?.group == GroupSelection(.boys))
        let disadvantaged = try #require(comparison.rows.first { $0.group.second == .disadvantaged })
        let measure = comparison.measure
        #expect(
            disadvantaged.figure?.denominator
                == crossed.overYears.rows.first { $0.measure == measure }?.latest.figure?.denominator)
        #expect(disadvantaged.national == nil)
        #expect(crossed.comparisons.isEmpty)
    }

    @Test func `who met the standard in Year 1 is not due in Year 2, and is left out with that reason`() throws {
        // given: met in Year 1; checked again and met; checked again and not; due and not yet recorded
        let cohort = try StatutoryCohorts.cohort(
            .phonics, 2026, [[:], ["y2.mark": "31"], ["y2.mark": "20"], [:]], yearGroup: .year2,
            earlier: [["y1.mark": "32"], ["y1.mark": "10"], ["y1.mark": "12"], ["y1.mark": "9"]])
        // when
        let again = cohort.figure(try #require(StatutoryMeasure.measure("phonics.year2")))
        let average = cohort.figure(try #require(StatutoryMeasure.measure("phonics.year2.average_mark")))
        // then
        #expect((again.numerator, again.denominator, again.notRecorded) == (1, 2, 1))
        #expect(again.leftOut == ["Met the standard in Year 1": 1])
        #expect((average.numerator, average.denominator, average.notRecorded) == (51, 2, 1))
        #expect(cohort.pupils(behind: again.measure).leftOut.map(\.reason).contains("Met the standard in Year 1"))
    }

    @Test func `an anonymised reader gets no marks of a few pupils and no parts of few`() throws {
        // given: five girls of thirty
        let cohort = try StatutoryCohorts.cohort(.mtc, 2026, (0..<30).map { ["mark": "\($0 % 26)"] }) { place in
            Pupil(id: Int64(place + 1), surname: "Fictional", forename: "Pupil", sex: place < 5 ? .female : .male)
        }
        // when
        let all = try Self.report(.mtc, [cohort], suppression: Suppression())
        let girls = try Self.report(.mtc, [cohort], group: GroupSelection(.girls), suppression: Suppression())
        let boys = try Self.report(.mtc, [cohort], group: GroupSelection(.boys), suppression: Suppression())
        // then
        #expect(all.marks.first?.distribution?.pupils == 30)
        #expect(girls.marks.first?.distribution == nil)
        #expect(boys.marks.first?.distribution == nil, "all less boys would be the girls")
        for report in [girls, boys] {
            #expect(report.overYears.rows.allSatisfy { $0.latest.state == .withheld })
            #expect(!report.table().flatMap(\.self).contains { $0.hasPrefix("mtc.mark") })
            let json = try JSONSerialization.jsonObject(with: Data(report.json().bytes)) as? [String: Any]
            let marks = try #require(json?["marks"] as? [[String: Any]])
            #expect(marks.allSatisfy { $0["counts"] is NSNull })
        }
    }

    @Test func `JSON has the measures as the dashboard has them, then marks and groups`() throws {
        // given
        let cohort = try StatutoryCohorts.random(.phonics, 2026, count: 60, seed: 5).cohort
        // when
        let report = try Self.report(.phonics, [cohort])
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(report.json().bytes)) as? [String: Any])
        // then
        #expect(json["report"] as? String == "phonics")
        #expect(json["years"] as? [Int] == [2024, 2025, 2026])
        let measures = try #require(json["measures"] as? [[String: Any]])
        #expect(Set(measures.compactMap { $0["measure"] as? String }) == Set(report.overYears.rows.map(\.measure.id)))
        let marks = try #require((json["marks"] as? [[String: Any]])?.first)
        #expect(marks["counts"] as? [Int] == report.marks.first?.distribution?.counts)
        #expect(marks["threshold"] as? Int == 31)
        let groups = try #require((json["groups"] as? [[String: Any]])?.first)
        let rows = try #require(groups["rows"] as? [[String: Any]])
        #expect(rows.compactMap { $0["group"] as? String } == report.comparisons[0].rows.map(\.group.id))
        #expect(report.table().allSatisfy { $0.count == StatutoryDashboard.tableHeadings.count })
        #expect(report.text(title: "Saltmarsh").hasPrefix("Phonics screening check 2026: Saltmarsh\nAll pupils\n"))
    }

    @Test func `every measure of a section is one of its assessment, and all ids are known`() {
        for kind in AssessmentKind.statutory {
            for section in MeasureSection.sections(of: kind) {
                #expect(!section.measures.isEmpty)
                #expect(section.measures.allSatisfy { $0.kind == kind })
            }
            #expect(!MeasureSection.compared(kind).isEmpty)
        }
        #expect(MeasureSection.sections(of: .eyfsp).flatMap(\.measures).count == 3 + 7 + 17)
        #expect(MeasureSection.sections(of: .ks2).flatMap(\.measures).count == 2 + 9 + 3)
    }

    @Test func `what stands for a pupil in a list is the mark, the code or the judgement`() throws {
        func result(
            _ id: String, _ kind: AssessmentKind, _ facts: Facts, yearGroup: YearGroup? = nil, earlier: Facts = [:]
        ) throws -> String {
            try #require(StatutoryMeasure.measure(id)).result(
                of: try StatutoryCohorts.row(kind, 2026, facts, yearGroup: yearGroup, earlier: earlier))
        }
        #expect(try result("phonics.year1", .phonics, ["y1.mark": "28"]) == "28 Wt")
        #expect(try result("phonics.recheck", .phonics, ["y1.mark": "A"]) == "A")
        #expect(
            try result(
                "phonics.end_of_year2", .phonics, ["y2.mark": "33"], yearGroup: .year2, earlier: ["y1.mark": "12"])
                == "12 Wt · 33 Wa")
        #expect(
            try result("phonics.end_of_year2", .phonics, [:], yearGroup: .year2, earlier: ["y1.mark": "40"])
                == "40 Wa · –")
        #expect(try result("mtc.full_marks", .mtc, ["mark": "25"]) == "25")
        #expect(try result("mtc.average", .mtc, [:]) == "")
        #expect(try result("ks1.rwm", .ks1, ["reading.ta": "EXS", "mathematics.ta": "GDS"]) == "EXS · – · GDS")
        #expect(try result("ks1.reading_higher", .ks1, ["reading.ta": "GDS"]) == "GDS")
        #expect(try result("eyfsp.goal.e05", .eyfsp, ["e05": "2"]) == "2")
        #expect(try result("eyfsp.area.literacy", .eyfsp, ["e08": "2", "e09": "1"]) == "2 · 1 · –")
        #expect(try result("ks2.reading", .ks2, ["reading.scaled": "103"]) == "103")
        #expect(try result("ks2.rwm", .ks2, ["reading.scaled": "103", "writing.ta": "EXS"]) == "103 · EXS · –")
    }
}
