import Assessment
import Storage
import Testing
import Tracker

@Suite struct PermissionTests {
    @Test("each role may do what the table of roles says, and nothing else", arguments: Role.allCases)
    func matrix(role: Role) async throws {
        try await TestOffice.with { office in
            // given
            let school = try await office.school()
            let pupil = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            let caller = try await office.person(role, of: school)
            let mayEnter: Set<Role> = [.accountOwner, .accountAdmin, .fullEdit]
            let mayManage: Set<Role> = [.accountOwner, .accountAdmin]

            // then
            await allowed(mayEnter.contains(role)) {
                _ = try await office.enter(pupil, "reading.paper1", "38", in: school, as: caller)
            }
            await allowed(role != .anonymised) {
                _ = try await office.tracker.grid(
                    .ks2, school: school, year: TestOffice.year, className: nil, as: caller)
            }
            await allowed(role != .anonymised) {
                _ = try await office.tracker.resultsJSON(school: school, year: TestOffice.year, as: caller)
            }
            await allowed(role != .anonymised) {
                _ = try await office.tracker.pupils(of: school, year: TestOffice.year, as: caller)
            }
            await allowed(true) {
                _ = try await office.tracker.outcomesJSON(
                    OutcomesRequest(year: TestOffice.year), school: school, as: caller)
            }
            await allowed(mayManage.contains(role)) { _ = try await office.tracker.users(of: school, as: caller) }
            await allowed(mayEnter.union([.partialEdit]).contains(role)) {
                _ = try await office.tracker.batches(school: school, as: caller)
            }
            await allowed(mayManage.contains(role)) {
                try await office.tracker.loadTables([], replace: false, in: school, as: caller)
            }
            await allowed(mayManage.contains(role)) { try await office.tracker.update(school, as: caller) }
            await allowed(mayEnter.contains(role)) {
                _ = try await office.tracker.addPupil(
                    PupilForm(["surname": "New", "forename": "Pupil"]), school: school, year: TestOffice.year,
                    as: caller)
            }
            await allowed(false) { try await office.tracker.backup(to: "/nowhere", as: caller) }
        }
    }

    private func allowed(_ isAllowed: Bool, _ body: () async throws -> Void) async {
        do {
            try await body()
            #expect(isAllowed, "was allowed")
        } catch TrackerError.notAllowed {
            #expect(!isAllowed, "was refused")
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test("a person of one school learns nothing of another, not even that it is there")
    func otherSchool() async throws {
        try await TestOffice.with { office in
            // given
            let mine = try await office.school()
            let other = try await office.school("820/9992", name: "Reedbed Primary School")
            let owner = try await office.person(.accountOwner, of: mine)
            let number = other.dfe

            // then
            let error = await #expect(throws: TrackerError.self) { try await office.tracker.school(number, for: owner) }
            #expect(error?.message == TrackerError.unknownSchool("820/9992").message)
            await #expect(throws: TrackerError.self) {
                try await office.tracker.grid(.ks2, school: other, year: TestOffice.year, className: nil, as: owner)
            }
            #expect(try await office.tracker.schools(for: owner).map(\.id) == [mine.id])
        }
    }

    @Test("a role for a trust holds in each of its schools and in no other")
    func trust() async throws {
        try await TestOffice.with { office in
            // given
            let first = try await office.school("820/9991", trust: "Estuary Trust")
            let second = try await office.school("820/9992", name: "Reedbed", trust: "Estuary Trust")
            let outside = try await office.school("820/9993", name: "Heath")
            _ = try await office.tracker.addUser(
                email: "data@estuary.example", name: nil, role: .readOnly, school: first, password: "three-words-long",
                forTrust: "Estuary Trust", as: .operator)

            // when
            let caller = try await office.tracker.caller(email: "data@estuary.example")

            // then
            #expect(office.tracker.role(of: caller, in: first) == .readOnly)
            #expect(office.tracker.role(of: caller, in: second) == .readOnly)
            #expect(office.tracker.role(of: caller, in: outside) == nil)
        }
    }
}
