import Assessment
import Testing

@Suite struct CalendarTests {
    @Test(arguments: [
        (AssessmentKind.eyfsp, [2013, 2014, 2015, 2016, 2017, 2018, 2019, 2022, 2023, 2024, 2025, 2026, 2027]),
        (.ks1, [2016, 2017, 2018, 2019, 2022, 2023, 2024, 2025, 2026, 2027]),
        (.mtc, [2022, 2023, 2024, 2025, 2026, 2027]),
        (.ks2, [2016, 2017, 2018, 2019, 2022, 2023, 2024, 2025, 2026, 2027]),
        (.phonics, [2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027]),
    ])
    func `each assessment has columns in exactly the years in which it was held`(_ kind: AssessmentKind, _ held: [Int])
    {
        for year in 2008...2027 {
            // when
            let columns = try? Shipped.data.columns(of: kind, year: year)
            // then
            #expect((columns != nil) == held.contains(year), "\(kind) \(year)")
            #expect(columns.map(\.year) == (held.contains(year) ? year : nil))
        }
    }

    @Test func `the phonics check was not taken again in the summers of the pandemic`() {
        let years = Shipped.data.calendar.years(of: .phonics, yearGroup: .year2, in: 2012...2023)
        #expect(years == [2013, 2014, 2015, 2016, 2017, 2018, 2019, 2022, 2023])
    }

    @Test(arguments: [
        (AssessmentKind.ks2, 2020, "End of Key Stage 2, 2019/20: Not held because of the pandemic."),
        (.ks1, 2021, "End of Key Stage 1, 2020/21: Not held because of the pandemic."),
        (.eyfsp, 2021, "Early Years Foundation Stage Profile, 2020/21: Not collected because of the pandemic."),
        (.mtc, 2019, "Multiplication tables check, 2018/19: The check has been held since 2022."),
        (.ks2, 2015, "End of Key Stage 2, 2014/15: Results were levels until 2015."),
    ])
    func `a gap says why in words`(_ kind: AssessmentKind, _ year: Int, _ message: String) {
        let problem = #expect(throws: AssessmentNotHeld.self) { try Shipped.data.columns(of: kind, year: year) }
        #expect(problem?.message == message)
    }

    @Test func `an assessment has no grid in a year group that does not take it`() {
        let problem = #expect(throws: AssessmentNotHeld.self) {
            try Shipped.data.columns(of: .ks2, year: 2026, yearGroup: .year5)
        }
        #expect(problem?.reason == "Year 5 has none.")
    }

    @Test func `Key Stage 1 is optional from 2024 and the autumn checks of the pandemic say so`() {
        let calendar = Shipped.data.calendar
        #expect(calendar.holding(of: .ks1, year: 2023) == .statutory(note: nil))
        #expect(calendar.holding(of: .ks1, year: 2024) == .optional(note: "Optional since 2024: nothing is due."))
        #expect(calendar.holding(of: .phonics, year: 2021).note?.contains("autumn of Year 2") == true)
        #expect(calendar.holding(of: .phonics, year: 2022).note == nil)
    }

    @Test func `the calendar agrees with what the columns of Key Stage 2 say of themselves`() {
        for year in 2010...2030 {
            #expect(Shipped.data.calendar.holding(of: .ks2, year: year).isHeld == KeyStage2Columns.isHeld(in: year))
        }
    }

    @Test(arguments: [(2012, 32), (2020, 32), (2021, 32), (2025, 32), (2026, 31)])
    func `the threshold of the phonics check is that of its year`(_ year: Int, _ mark: Int) {
        #expect(Shipped.data.phonicsThresholds.threshold(year) == mark)
    }

    @Test func `no threshold is made up for a year that has none, and one can be laid over`() {
        #expect(Shipped.data.phonicsThresholds.threshold(2027) == nil)
        #expect(Shipped.data.phonicsThresholds.adding([2027: 30]).threshold(2027) == 30)
    }
}
