import Assessment
import Storage
import Testing
import Tracker

/// The school's own groups.
struct OwnGroupTests {
    private static func school(_ office: TestOffice) async throws -> (School, [Pupil]) {
        let school = try await office.school()
        var pupils: [Pupil] = []
        for (index, fields) in [
            ["fsm": "yes", "sex": "M"], ["fsm": "yes", "sex": "F"], ["fsm": "no", "sex": "M", "class": "6 Heron"],
        ].enumerated() {
            pupils.append(
                try await office.pupil(
                    TestOffice.upns[index], ["Ash", "Birch", "Cedar"][index], "Ada", in: school, fields: fields))
        }
        return (school, pupils)
    }

    private static func groups(_ office: TestOffice, _ school: School) async throws -> [String] {
        try await office.tracker.ownGroups(of: school, year: TestOffice.year, as: .operator).map { group in
            "\(group.name): \(group.pupils.map(\.pupil.surname).joined(separator: " "))"
        }
    }

    @Test("A group is made by rule, changed by hand, and each step taken back", arguments: TestOffice.engines)
    func fill(_ engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let (school, pupils) = try await Self.school(office)
            let fitting = try await office.tracker.pupils(
                fitting: GroupRule(groups: [.disadvantaged, .boys]), school: school, year: TestOffice.year,
                as: .operator)
            #expect(fitting.map(\.pupil.surname) == ["Ash"])
            // when
            let made = try await office.tracker.change(
                group: GroupChange(name: "Breakfast  club", adding: Set(fitting.map(\.pupil.id))), school: school,
                as: .operator)
            let changed = try await office.tracker.change(
                group: GroupChange(name: "Breakfast club", adding: [pupils[2].id], removing: [pupils[0].id]),
                school: school, as: .operator)
            // then
            #expect((made.added, made.removed, made.members) == (1, 0, 1))
            #expect((changed.added, changed.removed, changed.members) == (1, 1, 1))
            #expect(try await Self.groups(office, school) == ["Breakfast club: Cedar"])
            // when
            _ = try await office.tracker.undo(batch: #require(changed.batch), as: .operator)
            #expect(try await Self.groups(office, school) == ["Breakfast club: Ash"])
            _ = try await office.tracker.undo(batch: #require(made.batch), as: .operator)
            #expect(try await Self.groups(office, school) == [])
        }
    }

    @Test func `Undo of one group leaves another that was changed since`() async throws {
        try await TestOffice.with { office in
            let (school, pupils) = try await Self.school(office)
            let first = try await office.tracker.change(
                group: GroupChange(name: "Choir", adding: [pupils[0].id]), school: school, as: .operator)
            _ = try await office.tracker.change(
                group: GroupChange(name: "Chess", adding: [pupils[0].id]), school: school, as: .operator)
            let undone = try await office.tracker.undo(batch: #require(first.batch), as: .operator)
            #expect(undone.leftAlone.isEmpty)
            #expect(try await Self.groups(office, school) == ["Chess: Ash"])
        }
    }

    @Test func `A rule asks for year group, class and every group at once`() async throws {
        try await TestOffice.with { office in
            let (school, _) = try await Self.school(office)
            func names(_ rule: GroupRule) async throws -> [String] {
                try await office.tracker.pupils(fitting: rule, school: school, year: TestOffice.year, as: .operator)
                    .map(\.pupil.surname)
            }
            #expect(try await names(GroupRule()) == ["Ash", "Birch", "Cedar"])
            #expect(try await names(GroupRule(classes: ["6 Heron"])) == ["Cedar"])
            #expect(try await names(GroupRule(yearGroups: [.year5])) == [])
            #expect(try await names(GroupRule(yearGroups: [.year6], groups: [.boys])) == ["Ash", "Cedar"])
            #expect(try await names(GroupRule(classes: ["6 Kestrel"], groups: [.boys, .fsm])) == ["Ash"])
        }
    }

    @Test func `A group is renamed and removed as one step each`() async throws {
        try await TestOffice.with { office in
            let (school, pupils) = try await Self.school(office)
            _ = try await office.tracker.change(
                group: GroupChange(name: "Choir", adding: [pupils[0].id, pupils[1].id]), school: school, as: .operator)
            let renamed = try await office.tracker.change(
                group: GroupChange(name: "Choir", newName: "Singers"), school: school, as: .operator)
            #expect((renamed.added, renamed.removed, renamed.members) == (0, 0, 2))
            #expect(try await Self.groups(office, school) == ["Singers: Ash Birch"])
            let removed = try await office.tracker.change(
                group: GroupChange(name: "Singers", dissolves: true), school: school, as: .operator)
            #expect(removed.members == 0)
            #expect(try await Self.groups(office, school) == [])
            _ = try await office.tracker.undo(batch: #require(removed.batch), as: .operator)
            #expect(try await Self.groups(office, school) == ["Singers: Ash Birch"])
        }
    }

    @Test(arguments: [
        ("", "Enter the name of the group."), (" ", "Enter the name of the group."),
        ("Girls", "“Girls” is a group of every school. Enter another name."),
        ("choír", "There is a group “Choir” already. Enter another name, or change that group."),
        ("a, b", "The name must not contain a comma, a semicolon or an upright line."),
        (String(repeating: "x", count: 65), "The name must be 64 characters or fewer."),
    ])
    func `A name that can't be is refused with what is wrong`(name: String, message: String) async throws {
        try await TestOffice.with { office in
            let (school, pupils) = try await Self.school(office)
            _ = try await office.tracker.change(
                group: GroupChange(name: "Choir", adding: [pupils[0].id]), school: school, as: .operator)
            do {
                _ = try await office.tracker.change(
                    group: GroupChange(name: name, adding: [pupils[1].id]), school: school, as: .operator)
                Issue.record("taken")
            } catch let error as TrackerError {
                #expect(error.message == message)
            }
            #expect(try await Self.groups(office, school) == ["Choir: Ash"])
        }
    }

    @Test func `A pupil of another school can't be put in, and then nobody is`() async throws {
        try await TestOffice.with { office in
            let (school, pupils) = try await Self.school(office)
            let other = try await office.school("820/9992", name: "Other")
            let stranger = try await office.pupil(TestOffice.upns[20], "Stray", "Ada", in: other)
            await #expect(throws: TrackerError.self) {
                try await office.tracker.change(
                    group: GroupChange(name: "Choir", adding: [pupils[0].id, stranger.id]), school: school,
                    as: .operator)
            }
            #expect(try await Self.groups(office, school) == [])
        }
    }

    @Test func `Who may edit pupils changes groups and takes it back; others may not`() async throws {
        try await TestOffice.with { office in
            let (school, pupils) = try await Self.school(office)
            for role in Role.allCases {
                let person = try await office.person(role, of: school)
                let mayEdit = role.permissions.contains(.editPupils)
                do {
                    let outcome = try await office.tracker.change(
                        group: GroupChange(name: "Choir", adding: [pupils[0].id]), school: school, as: person)
                    #expect(mayEdit, "\(role)")
                    _ = try await office.tracker.undo(batch: #require(outcome.batch), as: person)
                } catch TrackerError.notAllowed {
                    #expect(!mayEdit, "\(role)")
                }
                #expect(try await Self.groups(office, school) == [])
            }
        }
    }
}
