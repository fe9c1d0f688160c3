import Assessment
import Testing

@Suite struct SummativeTests {
    private static let year = 2026

    private static func row(_ facts: Facts = [:], _ settings: SummativeSettings = .standard) throws -> SummativeRow {
        let columns = try Shipped.data.columns(of: .summative, year: year, yearGroup: .year5, summative: settings)
        return try #require(columns.anyRow(facts) as? SummativeRow)
    }

    private static func labels(_ words: String) -> [JudgementLabel] {
        words.split(separator: " ").map { JudgementLabel(short: String($0), words: "In words \($0)") }
    }

    @Test func `six terms of three subjects, with a view for each term and subject`() throws {
        // given
        let columns = try Self.row().columns
        // then
        #expect(columns.all.count == 18)
        #expect(columns.all.first?.id == "autumn1.reading")
        #expect(columns.all.last?.id == "summer2.mathematics")
        #expect(columns.column("spring2.writing")?.fullTitle == "Spring 2 writing")
        #expect(
            columns.filters.map(\.id) == [
                "year", "autumn1", "autumn2", "spring1", "spring2", "summer1", "summer2", "reading", "writing",
                "mathematics",
            ])
        #expect(
            columns.filter("spring1")?.columns.map(\.id) == [
                "spring1.reading", "spring1.writing", "spring1.mathematics",
            ])
        #expect(columns.filter("writing")?.columns.count == 6)
        #expect(!columns.isStatutory)
    }

    @Test(
        "a judgement is read from its short form, its words and its stored name",
        arguments: [
            ("ja", "JA"), ("Just at", "JA"), (" SIGNIFICANTLY BELOW ", "SBE"), ("SAB", "SAB"), ("Above", "AB"),
        ])
    func reading(_ text: String, _ stored: String) throws {
        #expect(try Self.row().check(text, in: "summer2.writing", source: .hand) == stored)
    }

    @Test(
        "other text is refused with what is allowed, and blank clears",
        arguments: ["A", "SA", "EXS", "3", "Just", "J A"])
    func refused(_ text: String) throws {
        let problem = try Self.row().problem(of: text, in: "summer2.writing")
        #expect(
            problem?.message
                == "“\(text)” is not a code of Summer 2 writing in 2026. Enter SBE, BE, JA, SE, AB, SAB.")
        #expect(try Self.row().check("  ", in: "summer2.writing", source: .hand) == nil)
    }

    @Test func `a subject that is switched off takes nothing, and what it had stays`() throws {
        // given
        var settings = SummativeSettings.standard
        try settings.setSubjects([.science, .mathematics])
        let row = try Self.row(["spring1.writing": "JA"], settings)
        // then
        #expect(row.columns.subjects == [.mathematics, .science])
        #expect(row.cell("spring1.writing") == nil)
        #expect(row.problem(of: "JA", in: "spring1.writing") != nil)
        #expect(row.judgement(.spring1, .writing) == .justAt)
        #expect(throws: SummativeProblem("subjects", "Choose one subject or more.")) { try settings.setSubjects([]) }
        #expect(throws: SummativeProblem("subjects", "Literacy is not a subject that teachers judge. Choose others.")) {
            try settings.setSubjects([.literacy])
        }
    }

    @Test func `a change of words holds from its day on, and terms that had ended keep theirs`() throws {
        // given
        var settings = SummativeSettings.standard
        let day = try #require(CalendarDate(iso: "2026-01-10"))
        settings.labels = try settings.labels.changing(to: Self.labels("WT1 WT2 EXS EXS+ GDS GDS+"), from: day)
        let facts: Facts = ["autumn2.reading": "SE", "spring1.reading": "SE", "summer2.reading": "SBE"]
        let row = try Self.row(facts, settings)
        // then
        #expect(row.cell("autumn2.reading")?.value == "SE")
        #expect(row.cell("spring1.reading")?.value == "EXS+")
        #expect(row.cell("summer2.reading")?.value == "WT1")
        #expect(try row.check("gds", in: "spring1.reading", source: .hand) == "AB")
        #expect(try row.check("In words GDS", in: "spring1.reading", source: .hand) == "AB")
        #expect(try row.check("SE", in: "spring1.reading", source: .file) == "SE")
        #expect(row.problem(of: "gds", in: "autumn2.reading") != nil)
        #expect(row.judgement(.spring1, .reading) == .securelyAt)
    }

    @Test func `words that would be mistaken for another judgement are refused`() throws {
        // given
        let labels = JudgementLabels()
        let day = try #require(CalendarDate(iso: "2026-01-10"))
        func message(_ words: String) -> String? {
            do {
                _ = try labels.changing(to: Self.labels(words), from: day)
                return nil
            } catch { return error.message }
        }
        // then
        #expect(message("1 2 3 4 5 6") == nil)
        #expect(
            message("1 2 SE 4 5 6") == "“SE” can’t stand for “Just At”: it stands for “Securely At”. Enter other words."
        )
        #expect(
            message("1 2 3 3 5 6")
                == "“3” can’t stand for “Securely At”: it stands for “Just At”. Enter other words. “In words 3” can’t stand for “Securely At”: it stands for “Just At”. Enter other words."
        )
        #expect(message("1 2 3 4 5") == "Enter words for all six judgements.")
        #expect(
            message("1 2 3 4 5 toolong")
                == "Enter for “Significantly Above” a short form of 1 to 6 characters, not a dash alone.")
    }

    @Test func `a change of words can't be before the last one, and takes its place on the same day`() throws {
        // given
        let day = try #require(CalendarDate(iso: "2026-01-10"))
        let before = try #require(CalendarDate(iso: "2026-01-09"))
        let labels = try JudgementLabels().changing(to: Self.labels("1 2 3 4 5 6"), from: day)
        // then
        #expect(throws: SummativeProblem.self) { try labels.changing(to: Self.labels("a b c d e f"), from: before) }
        let again = try labels.changing(to: Self.labels("a b c d e f"), from: day)
        #expect(again.changes.count == 1)
        #expect(again.label(of: .justAt, on: day).short == "c")
        #expect(again.label(of: .justAt, on: before).short == "JA")
    }

    @Test func `the usual terms cover every day of the school year once`() throws {
        for endYear in [2024, 2026] {
            let year = try #require(SchoolYear(endYear: endYear))
            let spans = TermDates().spans(in: year)
            #expect(spans.count == 6)
            #expect(spans.first?.first == CalendarDate(year: endYear - 1, month: 9, day: 1))
            #expect(spans.last?.last == CalendarDate(year: endYear, month: 8, day: 31))
            for (before, after) in zip(spans, spans.dropFirst()) { #expect(before.last < after.first) }
            #expect(TermDates().term(on: try #require(CalendarDate(iso: "\(endYear)-02-19")), in: year) == .spring2)
            #expect(TermDates().term(on: try #require(CalendarDate(iso: "\(endYear)-02-18")), in: year) == .spring1)
        }
    }

    @Test func `a school's own terms must be in order, apart and within the year`() throws {
        // given
        let year = try #require(SchoolYear(endYear: 2026))
        func span(_ first: String, _ last: String) throws -> TermSpan {
            try TermSpan(first: #require(CalendarDate(iso: first)), last: #require(CalendarDate(iso: last)))
        }
        var spans = try [
            span("2025-09-03", "2025-10-24"), span("2025-11-03", "2025-12-19"), span("2026-01-05", "2026-02-13"),
            span("2026-02-23", "2026-03-27"), span("2026-04-13", "2026-05-22"), span("2026-06-01", "2026-07-21"),
        ]
        // when
        let dates = try TermDates().setting(spans, in: year)
        // then
        #expect(dates.isOwn(year))
        #expect(dates.span(of: .spring2, in: year) == spans[3])
        // The half-term holiday belongs to the term before.
        #expect(dates.term(on: try #require(CalendarDate(iso: "2025-10-28")), in: year) == .autumn1)
        #expect(dates.term(on: try #require(CalendarDate(iso: "2025-09-01")), in: year) == .autumn1)
        #expect(!dates.clearing(year).isOwn(year))
        // when
        spans[1] = try span("2025-10-24", "2025-12-19")
        // then
        #expect(
            throws: SummativeProblem("autumn2.first", "Autumn 2 must begin after Autumn 1 ends, on 24 October 2025.")
        ) {
            try TermDates().setting(spans, in: year)
        }
        spans[1] = try span("2025-11-03", "2025-11-02")
        #expect(throws: SummativeProblem("autumn2.last", "The last day of Autumn 2 must be on or after its first day."))
        {
            try TermDates().setting(spans, in: year)
        }
        spans[1] = try span("2026-11-03", "2026-12-19")
        #expect(
            throws: SummativeProblem(
                "autumn2.first",
                "Autumn 2 must be within the school year 2025/26: 1 September 2025 to 31 August 2026, not on 3 November 2026."
            )
        ) { try TermDates().setting(spans, in: year) }
    }
}
