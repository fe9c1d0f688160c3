import Assessment
import Reports
import Storage
import Testing
import Tracker

/// Sheets for parents, from stored results.
struct ParentsSheetsTests {
    /// Two classes; Ash and Birch of 6 Kestrel, Cedar of 6 Heron.
    private static func school(_ office: TestOffice) async throws -> (School, [Pupil]) {
        let school = try await office.school()
        var pupils: [Pupil] = []
        for (index, place) in [("Cedar", "6 Heron"), ("Birch", "6 Kestrel"), ("Ash", "6 Kestrel")].enumerated() {
            pupils.append(
                try await office.pupil(
                    TestOffice.upns[index], place.0, "Ada", className: place.1, in: school))
        }
        return (school, pupils)
    }

    private static func sheets(
        _ office: TestOffice, _ school: School, className: String? = nil, pupil: Int64? = nil, isDraft: Bool? = nil
    ) async throws -> ParentsSheets {
        try await office.tracker.parentsSheets(
            of: school, year: TestOffice.year, className: className, pupil: pupil, isDraft: isDraft, as: .operator)
    }

    @Test("Sheets are drafts until the first test result is in", arguments: TestOffice.engines)
    func draft(_ engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let (school, pupils) = try await Self.school(office)
            try await office.enter(pupils[0], "writing.ta", "GDS", in: school)
            let before = try await Self.sheets(office, school)
            #expect(before.isDraft)
            #expect(before.sheets.allSatisfy { $0.tests.isEmpty && $0.isDraft })
            // when
            let entered = try await office.enter(pupils[0], "reading.paper1", "30", in: school)
            // then
            let after = try await Self.sheets(office, school)
            #expect(!after.isDraft)
            let reading = try #require(after.sheets.last?.tests.first { $0.subject == .reading })
            #expect(reading.result == (try #require(entered.row.cell("reading.scaled")?.value)))
            // and who asks for the draft gets it
            #expect(try await Self.sheets(office, school, isDraft: true).sheets.allSatisfy { $0.tests.isEmpty })
        }
    }

    @Test func `A class, one pupil, and nobody else's pupil`() async throws {
        try await TestOffice.with { office in
            let (school, pupils) = try await Self.school(office)
            let all = try await Self.sheets(office, school)
            #expect(all.sheets.map(\.name) == ["Ada Ash", "Ada Birch", "Ada Cedar"])
            #expect(all.classes == ["6 Heron", "6 Kestrel"])
            #expect(
                try await Self.sheets(office, school, className: "6 Kestrel").sheets.map(\.name) == [
                    "Ada Ash", "Ada Birch",
                ])
            #expect(try await Self.sheets(office, school, className: "6 Owl").sheets.isEmpty)
            #expect(try await Self.sheets(office, school, pupil: pupils[1].id).sheets.map(\.name) == ["Ada Birch"])

            let other = try await office.school("820/9992", name: "Marram Primary School")
            let refusal = await #expect(throws: TrackerError.self) {
                _ = try await Self.sheets(office, other, pupil: pupils[1].id)
            }
            guard case .unknownPupil = refusal else {
                Issue.record("\(String(describing: refusal))")
                return
            }
        }
    }

    @Test func `The school's figures on a sheet never tell of a few children`() async throws {
        try await TestOffice.with { office in
            // given: three pupils in all, each with a result
            let (school, pupils) = try await Self.school(office)
            for pupil in pupils { try await office.enter(pupil, "writing.ta", "EXS", in: school) }
            // then
            let sheets = try await Self.sheets(office, school).sheets
            #expect(sheets.flatMap(\.teacherAssessments).contains { $0.subject == .writing })
            #expect(sheets.flatMap { $0.tests + $0.teacherAssessments }.allSatisfy { $0.school == nil })
        }
    }

    @Test("The school's words are kept, returned as they were before, and checked", arguments: TestOffice.engines)
    func words(_ engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let (school, _) = try await Self.school(office)
            let owner = try await office.person(.accountOwner, of: school)
            // when
            let before = try await office.tracker.setParentsText(
                ParentsText(heading: "  Your child’s results ", text: "Dear parents,\r\n\r\n<b>well done</b>\r\n"),
                school: school, as: owner)
            // then
            let kept = ParentsText(heading: "Your child’s results", text: "Dear parents,\n\n<b>well done</b>")
            #expect(before == .proposed)
            #expect(try await Self.sheets(office, school).text == kept)
            #expect(try await office.tracker.setParentsText(before, school: school, as: owner) == kept)
            #expect(try await Self.sheets(office, school).text == .proposed)
            // and of one school alone
            let other = try await office.school("820/9992", name: "Marram Primary School")
            _ = try await office.tracker.setParentsText(
                ParentsText(heading: "Theirs", text: ""), school: other, as: .operator)
            #expect(try await Self.sheets(office, school).text == .proposed)
            // when
            for (text, fields) in [
                (ParentsText(heading: " ", text: "x"), ["heading"]),
                (
                    ParentsText(
                        heading: String(repeating: "h", count: 121), text: String(repeating: "t", count: 3001)),
                    ["heading", "text"]
                ),
            ] {
                do {
                    _ = try await office.tracker.setParentsText(text, school: school, as: owner)
                    Issue.record("taken: \(text.heading.prefix(10))")
                } catch TrackerError.fields(let problems) {
                    #expect(problems.map(\.field) == fields)
                }
            }
            #expect(try await Self.sheets(office, school).text == .proposed)
        }
    }

    @Test(arguments: Role.allCases)
    func `Sheets are for who sees names, their words for owner and admin`(role: Role) async throws {
        try await TestOffice.with { office in
            let (school, _) = try await Self.school(office)
            let caller = try await office.person(role, of: school)
            let sees = role != .anonymised
            let changes = [Role.accountOwner, .accountAdmin].contains(role)
            if sees {
                let sheets = try await office.tracker.parentsSheets(
                    of: school, year: TestOffice.year, as: caller)
                #expect(sheets.sheets.count == 3)
            } else {
                await #expect(throws: TrackerError.self) {
                    _ = try await office.tracker.parentsSheets(of: school, year: TestOffice.year, as: caller)
                }
            }
            let text = ParentsText(heading: "Ours", text: "")
            if changes {
                _ = try await office.tracker.setParentsText(text, school: school, as: caller)
                #expect(try await Self.sheets(office, school).text == text)
            } else {
                await #expect(throws: TrackerError.self) {
                    _ = try await office.tracker.setParentsText(text, school: school, as: caller)
                }
                #expect(try await Self.sheets(office, school).text == .proposed)
            }
        }
    }
}
