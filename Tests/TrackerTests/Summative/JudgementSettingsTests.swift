import Assessment
import Reports
import Storage
import Testing

@testable import Tracker

/// A school's own terms, subjects and words: who may set them, when they hold, and where they are seen.
@Suite struct JudgementSettingsTests {
    static let words = zip("WT1 WT2 EXS EXS+ GDS GDS+".split(separator: " "), Judgement.allCases).map {
        JudgementLabel(short: String($0), words: "Our \($1.title)")
    }

    /// Spring 1 ends on 18 February by the usual dates.
    static let day = CalendarDate(iso: "2026-02-01")!

    static let relabelled = SummativeChange(words: .init(from: day, words))

    private static func school(_ office: TestOffice) async throws -> (School, Pupil) {
        let school = try await office.school()
        return (school, try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school))
    }

    @discardableResult
    private static func enter(
        _ office: TestOffice, _ column: ColumnID, _ text: String, _ school: School, revision: Int64? = nil
    ) async throws -> EnteredCell {
        try await office.tracker.enter(
            CellEntry(
                assessment: .summative, year: TestOffice.year, pupil: TestOffice.upns[0], column: column, text: text,
                date: nil, revision: revision), school: school, source: .grid, as: .operator)
    }

    private static func shown(_ office: TestOffice, _ pupil: Pupil, _ school: School) async throws -> [String: String] {
        let sheet = try await office.tracker.grid(
            YearGroupAssessment(.summative), school: school, year: TestOffice.year, className: nil, as: .operator)
        return Dictionary(
            uniqueKeysWithValues: sheet.cells(of: pupil).compactMap { id, cell in
                cell.value.map { (id.rawValue, $0) }
            })
    }

    private static func stored(_ office: TestOffice, _ pupil: Pupil, _ school: School) async throws -> Facts {
        try await office.tracker.database.read {
            try ResultStore($0).facts(school: school.id, year: TestOffice.year, assessment: .summative)[pupil.id] ?? [:]
        }
    }

    @Test(arguments: TestOffice.engines)
    func `a school's words hold from their day on in every term that ends then or later, at once, and only there`(
        engine: DatabaseEngine
    ) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let (school, pupil) = try await Self.school(office)
            let other = try await office.school("820/9992", name: "Other Primary School")
            for column: ColumnID in ["autumn2.reading", "spring1.reading", "summer1.reading"] {
                try await Self.enter(office, column, "SE", school)
            }
            #expect(try await Self.shown(office, pupil, school)["spring1.reading"] == "SE")
            // when
            let now = try await office.tracker.change(Self.relabelled, school: school, as: .operator)
            // then
            #expect(now.changed?.by == Caller.operator.name)
            #expect(
                try await Self.shown(office, pupil, school) == [
                    "autumn2.reading": "SE", "spring1.reading": "EXS+", "summer1.reading": "EXS+",
                ])
            #expect(Set(try await Self.stored(office, pupil, school).values) == ["SE"])
            #expect(try await office.tracker.judgementSettings(of: other, as: .operator).settings == .standard)
            // when typed in the words of the term
            let saved = try await Self.enter(office, "summer1.writing", "gds", school)
            // then
            #expect(saved.value == "GDS")
            #expect(saved.row.cell("summer1.writing")?.value == "GDS")
            #expect(try await Self.stored(office, pupil, school)["summer1.writing"] == "AB")
            // The words of a term that had ended are those of its time.
            let refusal = await #expect(throws: TrackerError.self) {
                try await Self.enter(office, "autumn2.writing", "GDS", school)
            }
            #expect(refusal?.message.contains("Enter SBE, BE, JA, SE, AB, SAB.") == true)
            try await Self.enter(office, "summer1.mathematics", "SBE", school)
            #expect(try await Self.shown(office, pupil, school)["summer1.mathematics"] == "WT1")
            // A block, the history and the results are in the same words.
            let block = try await office.tracker.enter(
                CellBlock(
                    assessment: .summative, year: TestOffice.year, date: nil,
                    cells: [
                        BlockCell(
                            pupil: TestOffice.upns[0], column: "summer1.mathematics", text: "Our Above", revision: nil),
                        BlockCell(pupil: TestOffice.upns[0], column: "summer2.reading", text: "exs", revision: nil),
                    ], progress: .pupilsClass), school: school, source: .paste, as: .operator)
            #expect(
                block.answers == [
                    .saved(value: "GDS", revision: 2, isOwn: true), .saved(value: "EXS", revision: 1, isOwn: true),
                ])
            let history = try await office.tracker.history(
                .summative, year: TestOffice.year, pupil: TestOffice.upns[0], column: "summer1.mathematics",
                school: school, as: .operator)
            #expect(history.current?.value == "GDS")
            #expect(history.entries.map(\.change.oldValue) == ["WT1", nil])
            let json = String(
                decoding: try await office.tracker.resultsJSON(
                    .summative, school: school, year: TestOffice.year, as: .operator), as: UTF8.self)
            #expect(json.contains("\"summer2.reading\":\"EXS\""))
            let flight = try await office.tracker.flight(
                of: TestOffice.upns[0], school: school, year: TestOffice.year, as: .operator)
            #expect(flight.judgement(.reading, .autumn2, in: TestOffice.year)?.words == "Securely At")
            #expect(flight.judgement(.reading, .summer2, in: TestOffice.year)?.words == "Our Just At")
        }
    }

    @Test(arguments: TestOffice.engines)
    func `a subject that is switched off keeps its judgements, and has them again`(engine: DatabaseEngine) async throws
    {
        try await TestOffice.with(engine) { office in
            // given
            let (school, pupil) = try await Self.school(office)
            try await office.tracker.change(
                SummativeChange(subjects: [.science, .reading]), school: school, as: .operator)
            try await Self.enter(office, "autumn1.science", "JA", school)
            let missing = try await office.tracker.missing(
                YearGroupAssessment(.summative), school: school, year: TestOffice.year, className: nil, as: .operator)
            #expect(missing.parts.first?.due == 2)
            // when
            try await office.tracker.change(SummativeChange(subjects: [.reading]), school: school, as: .operator)
            // then
            #expect(try await Self.shown(office, pupil, school).isEmpty)
            #expect(try await Self.stored(office, pupil, school) == ["autumn1.science": "JA"])
            await #expect(throws: TrackerError.self) { try await Self.enter(office, "autumn1.science", "SE", school) }
            let flight = try await office.tracker.flight(
                of: TestOffice.upns[0], school: school, year: TestOffice.year, as: .operator)
            #expect(flight.judgement(.science, .autumn1, in: TestOffice.year)?.judgement == .justAt)
            // when
            try await office.tracker.change(
                SummativeChange(subjects: [.reading, .science]), school: school, as: .operator)
            // then
            #expect(try await Self.shown(office, pupil, school) == ["autumn1.science": "JA"])
            #expect(try await Self.enter(office, "autumn1.science", "SE", school, revision: 1).value == "SE")
        }
    }

    @Test(arguments: TestOffice.engines)
    func `the school's dates say which term is going on, for that year alone, until they are the usual ones again`(
        engine: DatabaseEngine
    ) async throws {
        // Before half term by the usual dates.
        try await TestOffice.with(engine, now: "2026-05-20T09:00:00.000Z") { office in
            // given
            let (school, _) = try await Self.school(office)
            #expect(try await office.tracker.lastTerm(of: TestOffice.year, school: school) == .summer1)
            let spans = try [
                ("2025-09-03", "2025-10-24"), ("2025-11-03", "2025-12-19"), ("2026-01-05", "2026-02-13"),
                ("2026-02-23", "2026-03-27"), ("2026-04-13", "2026-05-15"), ("2026-05-18", "2026-07-20"),
            ].map { first, last in
                TermSpan(first: try #require(CalendarDate(iso: first)), last: try #require(CalendarDate(iso: last)))
            }
            // when
            let now = try await office.tracker.change(
                SummativeChange(terms: [.init(TestOffice.year, spans)]), school: school, as: .operator)
            // then
            #expect(now.settings.terms.spans(in: TestOffice.year) == spans)
            #expect(now.settings.terms.ownYears == [TestOffice.year])
            #expect(try await office.tracker.lastTerm(of: TestOffice.year, school: school) == .summer2)
            // when
            try await office.tracker.change(
                SummativeChange(terms: [.init(TestOffice.year, nil)]), school: school, as: .operator)
            // then
            #expect(try await office.tracker.lastTerm(of: TestOffice.year, school: school) == .summer1)
        }
    }

    @Test(arguments: TestOffice.engines)
    func
        `who may not set them is refused and may see them; the second of two is told; the last change can be taken back`(
            engine: DatabaseEngine
        ) async throws
    {
        try await TestOffice.with(engine) { office in
            // given
            let (school, _) = try await Self.school(office)
            let tracker = office.tracker
            let stranger = try await office.person(
                .accountOwner, of: office.school("820/9992", name: "Other"), email: "other@example.com")
            for role: Role in [.fullEdit, .partialEdit, .readOnly, .anonymised] {
                let caller = try await office.person(role, of: school)
                // then
                #expect(try await tracker.judgementSettings(of: school, as: caller).revision == "0")
                await #expect(throws: TrackerError.self) {
                    try await tracker.change(Self.relabelled, school: school, as: caller)
                }
                await #expect(throws: TrackerError.self) {
                    try await tracker.takeBackSettings(school: school, as: caller)
                }
            }
            await #expect(throws: TrackerError.self) { try await tracker.judgementSettings(of: school, as: stranger) }
            await #expect(throws: TrackerError.self) {
                try await tracker.change(Self.relabelled, school: school, as: stranger)
            }
            let nothing = await #expect(throws: TrackerError.self) {
                try await tracker.takeBackSettings(school: school, as: .operator)
            }
            #expect(nothing?.message == "There is no change of these settings to take back.")
            // given two who look at the same settings
            let admin = try await office.person(.accountAdmin, of: school)
            let seen = try await tracker.judgementSettings(of: school, as: admin).revision
            let first = try await tracker.change(
                SummativeChange(subjects: [.reading]), revision: seen, school: school, as: admin)
            // when
            let conflict = await #expect(throws: TrackerError.self) {
                try await tracker.change(Self.relabelled, revision: seen, school: school, as: .operator)
            }
            // then
            #expect(conflict?.message.hasPrefix("Account Admin has changed these settings since you saw them") == true)
            #expect(try await tracker.judgementSettings(of: school, as: admin).settings.labels.changes.isEmpty)
            // when
            let second = try await tracker.change(
                Self.relabelled, revision: first.revision, school: school, as: .operator)
            // then the first change can't be taken back any more, the second can
            await #expect(throws: TrackerError.self) {
                try await tracker.takeBackSettings(revision: first.revision, school: school, as: admin)
            }
            let back = try await tracker.takeBackSettings(revision: second.revision, school: school, as: admin)
            #expect(back.settings == first.settings)
        }
    }

    @Test func `what is wrong is said field by field, and nothing is changed`() async throws {
        try await TestOffice.with { office in
            // given
            let (school, _) = try await Self.school(office)
            var words = Self.words
            words[1] = JudgementLabel(short: "SE", words: "")
            // when
            let problem = await #expect(throws: TrackerError.self) {
                try await office.tracker.change(
                    SummativeChange(subjects: [], words: .init(from: Self.day, words)), school: school, as: .operator)
            }
            // then
            guard case .fields(let fields) = problem else {
                Issue.record("\(String(describing: problem))")
                return
            }
            #expect(fields.map(\.field) == ["subjects", "BE.short", "BE.words"])
            #expect(try await office.tracker.judgementSettings(of: school, as: .operator).revision == "0")
        }
    }

    @Test(arguments: [
        "{", "{}",
        #"{"before":{"labels":{"changes":[]},"subjects":["reading"],"terms":{"years":[]}},"changedAt":"","changedBy":"","settings":{"labels":{"changes":[{"from":"2026-01-01","labels":[]}]},"subjects":["reading"],"terms":{"years":[]}}}"#,
    ])
    func `settings that can't be read are told, and statutory results go on`(text: String) async throws {
        try await TestOffice.with { office in
            // given
            let (school, pupil) = try await Self.school(office)
            try await office.tracker.database.write {
                try SettingStore($0).setSchoolSetting(text, key: "summative", school: school.id)
            }
            // then
            for attempt in [
                { _ = try await office.tracker.judgementSettings(of: school, as: .operator) },
                { _ = try await Self.shown(office, pupil, school) },
                { _ = try await Self.enter(office, "autumn1.reading", "JA", school) },
            ] {
                let problem = await #expect(throws: TrackerError.self) { try await attempt() }
                #expect(problem?.message.contains("settings of terms, subjects and words") == true)
            }
            #expect(try await office.enter(pupil, "reading.paper1", "30", in: school).value == "30")
            #expect(try await office.tracker.verify(as: .operator).count == 1)
        }
    }

    @Test func `a report made before is in the new words on the next request, with the same figures`() async throws {
        try await TestOffice.with { office in
            // given
            let (school, _) = try await Self.school(office)
            try await Self.enter(office, "spring1.reading", "SE", school)
            try await Self.enter(office, "summer2.reading", "BE", school)
            let request = MatrixRequest(
                year: TestOffice.year, from: MatrixSide(.judgement(.year6, .spring1), .reading),
                to: MatrixSide(.judgement(.year6, .summer2), .reading))
            let before = try await office.tracker.conversionMatrix(request, school: school, as: .operator).content
            let cohort = YearGroupAssessment(.summative)
            let open = try await office.tracker.snapshot(cohort, school: school, year: TestOffice.year)
            // when
            try await office.tracker.change(Self.relabelled, school: school, as: .operator)
            let after = try await office.tracker.conversionMatrix(request, school: school, as: .operator).content
            // then
            #expect(before.rows[3].title == "SE")
            #expect(after.rows[3].title == "EXS+")
            #expect(after.cells == before.cells)
            // A grid that is open is sent the rows in the new words.
            let now = try await office.tracker.snapshot(cohort, school: school, year: TestOffice.year)
            #expect(now.pupilsChanged(since: open).map(\.id) == now.cohort.map(\.id))
        }
    }
}
