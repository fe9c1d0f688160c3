import Assessment
import Storage
import Testing
import Tracker

/// Starting a new school year.
struct RollOverTests {
    private static let next = SchoolYear(endYear: 2027)!

    /// Six pupils: two in 5 Kestrel, one in a mixed class, two in Year 6 of whom one has left, one without a class.
    private static func school(_ office: TestOffice) async throws -> (School, [String: Pupil]) {
        let school = try await office.school()
        var pupils: [String: Pupil] = [:]
        func add(_ name: String, _ number: Int, _ fields: [String: String]) async throws {
            pupils[name] = try await office.pupil(
                TestOffice.upns[number], name, "Ada", in: school, fields: fields)
        }
        try await add("Ash", 0, ["year-group": "5", "class": "5 Kestrel"])
        try await add("Birch", 1, ["year-group": "5", "class": "5 Kestrel"])
        try await add("Cedar", 2, ["year-group": "5", "class": "Oak"])
        try await add("Damson", 3, ["year-group": "6", "class": "6 Heron"])
        try await add("Elm", 4, ["year-group": "6", "class": "6 Heron", "leaving-date": "2026-02-13"])
        try await add("Fir", 5, ["year-group": "R", "class": ""])
        return (school, pupils)
    }

    private static func standing(_ office: TestOffice, _ school: School, _ year: SchoolYear) async throws -> [String] {
        try await office.tracker.pupils(of: school, year: year, as: .operator).map { listed in
            "\(listed.pupil.surname) \(listed.place?.yearGroup.rawValue ?? "?") \(listed.place?.className ?? "-")"
        }
    }

    @Test("Everybody moves up, the last year group leaves, and the old year stays", arguments: TestOffice.engines)
    func movesUp(_ engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let (school, pupils) = try await Self.school(office)
            let before = try await Self.standing(office, school, TestOffice.year)
            // when
            let outcome = try await office.tracker.rollOver(after: TestOffice.year, school: school, as: .operator)
            // then
            #expect(outcome.batch != nil)
            #expect(
                try await Self.standing(office, school, Self.next) == [
                    "Ash 6 6 Kestrel", "Birch 6 6 Kestrel", "Cedar 6 Oak", "Fir 1 -",
                ])
            #expect(try await Self.standing(office, school, TestOffice.year) == before)
            let leaver = try await office.tracker.pupil(pupils["Damson"]!.id, in: school, as: .operator)
            #expect(leaver.stored.pupil.leavingDate == CalendarDate(iso: "2026-08-31"))
            let left = try await office.tracker.pupil(pupils["Elm"]!.id, in: school, as: .operator)
            #expect(left.stored.pupil.leavingDate == CalendarDate(iso: "2026-02-13"))
        }
    }

    @Test("Twice is once, and undo is before", arguments: TestOffice.engines)
    func twiceAndUndone(_ engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let (school, pupils) = try await Self.school(office)
            let outcome = try await office.tracker.rollOver(after: TestOffice.year, school: school, as: .operator)
            let started = try await Self.standing(office, school, Self.next)
            // when
            let again = try await office.tracker.rollOver(after: TestOffice.year, school: school, as: .operator)
            // then
            #expect(again.batch == nil)
            #expect(try await Self.standing(office, school, Self.next) == started)
            // when
            let undone = try await office.tracker.undo(batch: #require(outcome.batch), as: .operator)
            // then
            #expect(undone.leftAlone.isEmpty)
            #expect(undone.places == 4)
            #expect(try await Self.standing(office, school, Self.next).isEmpty)
            let leaver = try await office.tracker.pupil(pupils["Damson"]!.id, in: school, as: .operator)
            #expect(leaver.stored.pupil.leavingDate == nil)
        }
    }

    @Test func `Choices are kept to: names of classes, who does the year again, the last year group and day`()
        async throws
    {
        try await TestOffice.with { office in
            // given
            let (school, pupils) = try await Self.school(office)
            let choices = RollOverChoices(
                classes: [
                    .init(yearGroup: .year5, className: "5 Kestrel"): " 6 Owl ",
                    .init(yearGroup: .year5, className: "Oak"): "",
                ], staying: [pupils["Birch"]!.id, pupils["Damson"]!.id], lastDay: CalendarDate(iso: "2026-07-22"))
            // when
            let outcome = try await office.tracker.rollOver(
                after: TestOffice.year, choices: choices, school: school, as: .operator)
            // then
            #expect(
                try await Self.standing(office, school, Self.next) == [
                    "Ash 6 6 Owl", "Birch 5 5 Kestrel", "Cedar 6 -", "Damson 6 6 Heron", "Fir 1 -",
                ])
            #expect(outcome.plan.count { if case .staysDown = $0 { true } else { false } } == 2)
            // when a school ends with Year 5
            _ = try await office.tracker.undo(batch: #require(outcome.batch), as: .operator)
            _ = try await office.tracker.rollOver(
                after: TestOffice.year, choices: RollOverChoices(lastYearGroup: .year5), school: school, as: .operator)
            #expect(try await Self.standing(office, school, Self.next) == ["Fir 1 -"])
        }
    }

    @Test func `Who has a place in the new year already keeps it`() async throws {
        try await TestOffice.with { office in
            // given
            let (school, pupils) = try await Self.school(office)
            let stored = try await office.tracker.pupil(pupils["Ash"]!.id, in: school, as: .operator).stored.pupil
            let place = CohortPlace(pupilID: stored.id, year: Self.next, yearGroup: .year6, className: "6 Wren")
            try await office.tracker.update(
                pupil: stored.id, PupilForm(stored, place: place), revision: nil, school: school, year: Self.next,
                as: .operator)
            // when
            let outcome = try await office.tracker.rollOver(after: TestOffice.year, school: school, as: .operator)
            // then
            #expect(try await Self.standing(office, school, Self.next).contains("Ash 6 6 Wren"))
            #expect(outcome.plan.count { if case .isPlaced = $0 { true } else { false } } == 1)
            // and undo leaves that place alone, since the batch did not make it
            _ = try await office.tracker.undo(batch: #require(outcome.batch), as: .operator)
            #expect(try await Self.standing(office, school, Self.next) == ["Ash 6 6 Wren"])
        }
    }

    @Test func `A plan that was agreed to is refused once the pupils are others, and nothing is done`() async throws {
        try await TestOffice.with { office in
            // given
            let (school, _) = try await Self.school(office)
            let plan = try await office.tracker.planRollOver(after: TestOffice.year, school: school, as: .operator)
            try await office.pupil(TestOffice.upns[9], "Gean", "Late", in: school, fields: ["year-group": "4"])
            // when
            do {
                _ = try await office.tracker.rollOver(
                    after: TestOffice.year, agreed: plan.fingerprint, school: school, as: .operator)
                Issue.record("an old plan was carried out")
            } catch TrackerError.planIsOld {}
            // then
            #expect(try await Self.standing(office, school, Self.next).isEmpty)
        }
    }

    @Test func `Other choices do not make a plan old`() async throws {
        try await TestOffice.with { office in
            let (school, _) = try await Self.school(office)
            let plan = try await office.tracker.planRollOver(after: TestOffice.year, school: school, as: .operator)
            let outcome = try await office.tracker.rollOver(
                after: TestOffice.year, choices: RollOverChoices(lastDay: CalendarDate(iso: "2026-07-20")),
                agreed: plan.fingerprint, school: school, as: .operator)
            #expect(outcome.batch != nil)
        }
    }

    @Test func `A last day outside the old year and a year without pupils are refused`() async throws {
        try await TestOffice.with { office in
            let (school, _) = try await Self.school(office)
            do {
                _ = try await office.tracker.rollOver(
                    after: TestOffice.year, choices: RollOverChoices(lastDay: CalendarDate(iso: "2026-09-01")),
                    school: school, as: .operator)
                Issue.record("taken")
            } catch let error as TrackerError {
                #expect(
                    error.message
                        == "The leavers’ last day must be in the school year 2025/26, like 2026-08-31.")
            }
            do {
                _ = try await office.tracker.rollOver(
                    after: SchoolYear(endYear: 2020)!, school: school, as: .operator)
                Issue.record("taken")
            } catch let error as TrackerError {
                #expect(
                    error.message
                        == "There are no pupils in 2019/20. Bring in the pupil list of that year first.")
            }
        }
    }

    @Test func `Only an owner or an admin starts a year`() async throws {
        try await TestOffice.with { office in
            let (school, _) = try await Self.school(office)
            for role in Role.allCases {
                let person = try await office.person(role, of: school)
                let mayStart = role == .accountOwner || role == .accountAdmin
                do {
                    _ = try await office.tracker.planRollOver(after: TestOffice.year, school: school, as: person)
                    #expect(mayStart, "\(role)")
                } catch TrackerError.notAllowed {
                    #expect(!mayStart, "\(role)")
                    await #expect(throws: TrackerError.self) {
                        try await office.tracker.rollOver(after: TestOffice.year, school: school, as: person)
                    }
                }
            }
            #expect(try await Self.standing(office, school, Self.next).isEmpty)
        }
    }

    @Test(arguments: [
        ("5 Kestrel", YearGroup.year5, YearGroup.year6, "6 Kestrel"), ("5K", .year5, .year6, "6K"),
        ("Year 3 Oak", .year3, .year4, "Year 4 Oak"), ("Y2 Ash", .year2, .year3, "Y3 Ash"),
        ("Reception Robin", .reception, .year1, "1 Robin"), ("R Wren", .reception, .year1, "1 Wren"),
        ("Robin", .reception, .year1, "Robin"), ("Nursery Wren", .nursery2, .reception, "Reception Wren"),
        ("Oak", .year4, .year5, "Oak"), ("10 Elm", .year1, .year2, "10 Elm"),
        ("Nightjar", .nursery2, .reception, "Nightjar"), ("4 Lark", .year5, .year6, "4 Lark"),
    ])
    func `A class is proposed the name it has a year on`(
        name: String, from: YearGroup, to: YearGroup, expected: String
    ) async throws {
        try await TestOffice.with { office in
            let school = try await office.school()
            try await office.pupil(
                TestOffice.upns[0], "Ash", "Ada", className: name, in: school, fields: ["year-group": from.rawValue])
            let plan = try await office.tracker.planRollOver(
                after: TestOffice.year, choices: RollOverChoices(lastYearGroup: .year6), school: school, as: .operator)
            #expect(plan.classes.map(\.newClass) == [expected])
            #expect(plan.classes.map(\.newYearGroup) == [to])
        }
    }

    @Test func `A cohort's report of a past year is the same after its pupils have moved on and left`() async throws {
        try await TestOffice.with { office in
            // given
            let (school, pupils) = try await Self.school(office)
            try await office.enter(pupils["Damson"]!, "writing.ta", "EXS", in: school)
            func report() async throws -> [Int64: [AssessmentKind: [ColumnID: String]]] {
                let pupils = try await office.tracker.results(
                    school: school, year: TestOffice.year, as: .operator
                ).pupils
                return Dictionary(uniqueKeysWithValues: pupils.map { ($0.pupil.id, $0.values) })
            }
            let before = try await report()
            #expect(before.keys.contains(pupils["Damson"]!.id))
            // when
            _ = try await office.tracker.rollOver(after: TestOffice.year, school: school, as: .operator)
            // then
            #expect(try await report() == before)
        }
    }
}
