import Assessment
import Storage
import Testing
import Tracker

/// The classes of which a Partial Edit user enters judgements.
struct OwnClassesTests {
    @Test(arguments: TestOffice.engines)
    func `A class that the school does not have is refused with those it has, and nothing is stored`(
        engine: DatabaseEngine
    ) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let school = try await office.school()
            _ = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            _ = try await office.pupil(TestOffice.upns[1], "Bright", "Joe", className: "6 Wren", in: school)
            // when
            let error = await #expect(throws: TrackerError.self) {
                try await office.tracker.addUser(
                    email: "teacher@school.example", name: nil, role: .partialEdit, school: school,
                    classes: ["6 Kestral"], as: .operator)
            }
            // then
            #expect(
                error?.message.contains(
                    "There is no class “6 Kestral” at the school. Enter one or more of 6 Kestrel, 6 Wren.") == true)
            #expect(try await office.tracker.users(of: school, as: .operator).isEmpty)

            // when it is written in other letters, it is kept as the school writes it
            let user = try await office.tracker.addUser(
                email: "teacher@school.example", name: nil, role: .partialEdit, school: school,
                classes: ["6 kestrel", "6 KESTREL"], as: .operator
            ).user
            #expect(try await office.tracker.users(of: school, as: .operator).first?.classes == ["6 Kestrel"])
            await #expect(throws: TrackerError.self) {
                try await office.tracker.setRole(
                    .partialEdit, of: user, school: school, classes: ["6 Wren", "Owls"], as: .operator)
            }
            #expect(try await office.tracker.users(of: school, as: .operator).first?.classes == ["6 Kestrel"])
            // Other roles are limited to no class.
            try await office.tracker.setRole(.readOnly, of: user, school: school, classes: ["Owls"], as: .operator)
            #expect(try await office.tracker.users(of: school, as: .operator).first?.classes == [])
        }
    }

    @Test func `A school without classes takes what is entered, and what a user has may stay`() async throws {
        try await TestOffice.with { office in
            // given
            let school = try await office.school()
            let user = try await office.tracker.addUser(
                email: "teacher@school.example", name: nil, role: .partialEdit, school: school, classes: ["Owls"],
                as: .operator
            ).user
            _ = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            // when
            try await office.tracker.setRole(
                .partialEdit, of: user, school: school, classes: ["owls", "6 Kestrel"], as: .operator)
            // then
            #expect(
                try await office.tracker.users(of: school, as: .operator).first?.classes == ["Owls", "6 Kestrel"])
        }
    }

    @Test func `What is missing of judgements is told term by term, up to the one that is going on`() async throws {
        try await TestOffice.with { office in
            // given
            let school = try await office.school()
            let first = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            _ = try await office.pupil(TestOffice.upns[1], "Bright", "Joe", in: school)
            _ = try await office.tracker.enter(
                CellEntry(
                    assessment: .summative, year: TestOffice.year, pupil: TestOffice.upns[0],
                    column: "autumn1.reading", text: "JA", date: nil, revision: nil), school: school, source: .grid,
                as: .operator)
            // when
            let missing = try await office.tracker.missing(
                YearGroupAssessment(.summative, .year6), school: school, year: TestOffice.year, className: nil,
                as: .operator)
            // then
            let last = try await office.tracker.lastTerm(of: TestOffice.year, school: school)
            let terms = SummativeTerm.allCases.filter { $0 <= last }
            #expect(missing.parts.map(\.id) == terms.map(\.rawValue))
            #expect(missing.parts.first?.done == 1)
            #expect(missing.parts.allSatisfy { $0.due == 6 })
            #expect(missing.due == terms.count * 6)
            #expect(missing.cells.count == missing.due - 1)
            #expect(!missing.cells.contains { $0.pupil.id == first.id && $0.column.id == "autumn1.reading" })
        }
    }
}
