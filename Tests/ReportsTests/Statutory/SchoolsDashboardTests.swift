import Assessment
import Reports
import Testing

@Suite struct SchoolsDashboardTests {
    private static let kinds: [(AssessmentKind, YearGroup?)] = [
        (.eyfsp, nil), (.phonics, nil), (.phonics, .year2), (.ks1, nil), (.mtc, nil), (.ks2, nil),
    ]

    /// Three years of every assessment of one school, of another size and with other pupils for every number.
    private static func cohorts(_ number: Int) throws -> [AssessmentCohort] {
        try [2024, 2025, 2026].flatMap { year in
            try kinds.map { kind, yearGroup in
                try StatutoryCohorts.random(
                    kind, year, yearGroup: yearGroup, count: 9 + 13 * number, seed: UInt64(100 * number + year)
                ).cohort
            }
        }
    }

    private static func joined(_ schools: [[AssessmentCohort]]) -> [AssessmentCohort] {
        schools[0].indices.map { place in
            let first = schools[0][place]
            return AssessmentCohort(
                first.kind, yearGroup: first.yearGroup, year: first.year, records: schools.flatMap { $0[place].records }
            )
        }
    }

    @Test(arguments: StatutoryReportName.allCases, ["all", "girls", "disadvantaged", "disadvantaged+boys"])
    func `The total of schools is the report of all their pupils as one school's`(
        name: StatutoryReportName, group: String
    ) throws {
        // given
        let schools = try (1...3).map(Self.cohorts)
        let group = try #require(GroupSelection(id: group))
        let data = Shipped.data

        // when
        var all = SchoolsDashboard(
            name, year: 2026, calendar: data.calendar, national: data.national, group: group)
        for (place, cohorts) in schools.enumerated() {
            all.append(try DfENumber("820999\(place + 1)"), name: "School \(place + 1)", cohorts: cohorts)
        }

        // then
        let measures =
            name.kind.map { MeasureSection.sections(of: $0).flatMap(\.measures) } ?? StatutoryMeasure.headlines
        let together = StatutoryDashboard(
            school: nil, year: 2026, cohorts: Self.joined(schools), calendar: data.calendar, national: data.national,
            group: group, measures: measures)
        #expect(all.total.rows == together.rows)
        for (school, cohorts) in zip(all.schools, schools) {
            let alone = StatutoryDashboard(
                school: school.number, year: 2026, cohorts: cohorts, calendar: data.calendar, national: data.national,
                group: group, measures: measures)
            #expect(school.dashboard.rows == alone.rows)
        }
    }

    @Test func `A line of the table says whose it is, the total's stand last, and no school is no fault`() throws {
        // given
        let data = Shipped.data
        var all = SchoolsDashboard(.mtc, year: 2026, calendar: data.calendar, national: nil)

        // then
        #expect(all.total.rows.allSatisfy { $0.latest.figure?.denominator == 0 })

        // when
        all.append(
            try DfENumber("820/9991"), name: "Saltmarsh",
            cohorts: [try StatutoryCohorts.cohort(.mtc, 2026, [["mark": "25"], ["mark": "3"]])])
        all.append(
            try DfENumber("820/9992"), name: "Fenwick",
            cohorts: [try StatutoryCohorts.cohort(.mtc, 2026, [["mark": "25"]])])

        // then
        let lines = all.table().filter { $0.contains("mtc.full_marks") && $0.contains("2026") }
        #expect(
            lines.map { Array($0.prefix(3)) + Array($0[6...7]) } == [
                ["820/9991", "Saltmarsh", "mtc.full_marks", "1", "2"],
                ["820/9992", "Fenwick", "mtc.full_marks", "1", "1"],
                ["", "", "mtc.full_marks", "2", "3"],
            ])
        #expect(all.text().contains("2 schools"))
    }
}
