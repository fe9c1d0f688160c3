import Assessment
import Storage
import Testing
import Tracker

/// Sessions, roles and classes are kept between saves; what was taken from a person must hold from the next one on, whoever
/// took it.
struct RightsOnSaveTests {
    /// Who takes it: the program that the teacher types at, or another one over the same data.
    enum Taker: CaseIterable { case sameProcess, otherProcess }

    static let cases = TestOffice.engines.flatMap { engine in Taker.allCases.map { (engine, $0) } }

    /// A teacher who has saved a mark by token, so that all that can be kept is kept.
    private struct Desk {
        let office: TestOffice
        let school: School
        let pupil: Pupil
        let user: Int64
        let token: String
        let taker: Tracker

        /// Saves as a request with the teacher's cookie does.
        func save(_ text: String) async throws -> EnteredCell? {
            guard let session = try await office.tracker.signedIn(token: token) else { return nil }
            return try await office.enter(pupil, "reading.paper1", text, in: school, as: session.caller)
        }

        func stored() async throws -> String? {
            try await office.tracker.results(.ks2, school: school, year: TestOffice.year, as: .operator)
                .pupils.first { $0.pupil.id == pupil.id }?.values[.ks2]?["reading.paper1"]
        }
    }

    private func withDesk(_ engine: DatabaseEngine, _ taker: Taker, _ body: (Desk) async throws -> Void) async throws {
        try await TestOffice.with(engine) { office in
            let school = try await office.school()
            let pupil = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            let teacher = try await office.person(.fullEdit, of: school, email: "a@school.example")
            let (token, _) = try await office.tracker.signIn(email: "a@school.example", password: "three-words-long")
            let other = taker == .otherProcess ? try office.otherProcess() : nil
            let desk = Desk(
                office: office, school: school, pupil: pupil, user: try #require(teacher.userID), token: token,
                taker: other ?? office.tracker)
            for mark in ["37", "38"] { #expect(try await desk.save(mark)?.value == mark) }
            let result: Result<Void, any Error>
            do { result = .success(try await body(desk)) } catch { result = .failure(error) }
            try await other?.database.close()
            try result.get()
        }
    }

    @Test(arguments: cases)
    func `A role taken away holds from the next save on, and given back as well`(
        engine: DatabaseEngine, taker: Taker
    ) async throws {
        try await withDesk(engine, taker) { desk in
            for role in [Role.readOnly, .anonymised] {
                // when
                try await desk.taker.setRole(role, of: desk.user, school: desk.school, as: .operator)

                // then
                await #expect(throws: TrackerError.self) { try await desk.save("12") }
                #expect(try await desk.stored() == "38")
            }
            try await desk.taker.setRole(.fullEdit, of: desk.user, school: desk.school, as: .operator)
            #expect(try await desk.save("13")?.value == "13")
        }
    }

    @Test(arguments: cases)
    func `A session that was ended saves nothing more`(engine: DatabaseEngine, taker: Taker) async throws {
        try await withDesk(engine, taker) { desk in
            // when
            try await desk.taker.signOut(token: desk.token)

            // then
            #expect(try await desk.save("12") == nil)
            #expect(try await desk.stored() == "38")
        }
    }

    @Test(arguments: cases)
    func `Who was disabled or removed from the school saves nothing more`(
        engine: DatabaseEngine, taker: Taker
    ) async throws {
        try await withDesk(engine, taker) { desk in
            // when
            try await desk.taker.setDisabled(true, user: desk.user, school: desk.school, as: .operator)

            // then
            #expect(try await desk.save("12") == nil)

            // when
            try await desk.taker.setDisabled(false, user: desk.user, school: desk.school, as: .operator)
            let (token, _) = try await desk.office.tracker.signIn(
                email: "a@school.example", password: "three-words-long")
            let again = Desk(
                office: desk.office, school: desk.school, pupil: desk.pupil, user: desk.user, token: token,
                taker: desk.taker)
            #expect(try await again.save("14")?.value == "14")
            try await desk.taker.removeUser(desk.user, school: desk.school, as: .operator)

            // then
            await #expect(throws: TrackerError.self) { try await again.save("15") }
            #expect(try await desk.stored() == "14")
        }
    }

    @Test(arguments: cases)
    func `A pupil who came into the year is known and counted at the next save`(
        engine: DatabaseEngine, taker: Taker
    ) async throws {
        try await withDesk(engine, taker) { desk in
            // when
            let newcomer = try await desk.taker.addPupil(
                PupilForm([
                    "upn": TestOffice.upns[1], "surname": "Brook", "forename": "Ash", "date-of-birth": "2014-12-01",
                    "sex": "M", "year-group": "6", "class": "6 Kestrel",
                ]), school: desk.school, year: TestOffice.year, as: .operator)

            // then
            let saved = try await desk.office.enter(newcomer, "reading.paper1", "20", in: desk.school)
            #expect(saved.value == "20")
            #expect(saved.done == 2)
        }
    }
}
