import Assessment
import Testing

@Suite struct YearGroupTests {
    @Test(
        "a year group is read from the forms that files carry",
        arguments: [
            ("6", YearGroup.year6), ("06", .year6), ("Year 6", .year6), ("Y6", .year6), ("yr 6", .year6),
            ("YEAR06", .year6),
            (" y 6 ", .year6), ("R", .reception), ("Rec", .reception), ("reception", .reception),
            ("Year R", .reception),
            ("0", .reception), ("N1", .nursery1), ("Nursery 1", .nursery1), ("nursery", .nursery2), ("n2", .nursery2),
            ("E1", .early1), ("14", .year14),
        ])
    func reading(_ text: String, _ group: YearGroup) {
        #expect(YearGroup(reading: text) == group)
    }

    @Test(
        "other text is no year group",
        arguments: ["", "Y", "year", "15", "-1", "6A", "six", "Year 6 Kestrel", "６", "M", "X", "6.0"])
    func notReading(_ text: String) {
        #expect(YearGroup(reading: text) == nil)
    }

    @Test("every year group reads its own title and code")
    func ownTitles() {
        for group in YearGroup.allCases {
            #expect(YearGroup(reading: group.rawValue) == group)
            if group > .early2 { #expect(YearGroup(reading: group.title) == group) }
        }
    }

    @Test(
        "a birth date tells the school year of a year group",
        arguments: [
            ("2014-09-01", YearGroup.year6, 2026), ("2015-08-31", .year6, 2026), ("2014-08-31", .year6, 2025),
            ("2015-09-01", .year6, 2027), ("2021-08-31", .reception, 2026), ("2018-12-25", .year2, 2026),
            ("2019-09-01", .year1, 2026),
        ])
    func schoolYear(_ birth: String, _ group: YearGroup, _ endYear: Int) throws {
        let date = try #require(CalendarDate(iso: birth))
        #expect(group.schoolYear(bornOn: date)?.endYear == endYear)
    }

    @Test("each assessment has its year group")
    func assessments() {
        let groups = AssessmentKind.statutory.map(\.yearGroup)
        #expect(groups == [.reception, .year1, .year2, .year4, .year6])
    }
}
