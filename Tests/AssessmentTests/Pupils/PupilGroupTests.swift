import Assessment
import Testing

@Suite struct PupilGroupTests {
    static func place(_ className: String? = nil, yearGroup: YearGroup = .year6) throws -> CohortPlace {
        CohortPlace(
            pupilID: 1, year: try #require(SchoolYear(endYear: 2026)), yearGroup: yearGroup, className: className)
    }

    static let families: [[PupilGroup]] = [
        [.girls, .boys], [.disadvantaged, .notDisadvantaged], [.fsm, .notFSM], [.noSEN, .senSupport, .ehcPlan],
        [.eal, .notEAL], PupilGroup.EthnicGroup.allCases.map { .ethnicity($0) },
        [.bornInAutumn, .bornInSpring, .bornInSummer], [.joinedAfterYear3, .stable],
    ]

    @Test("a pupil is in at most one group of a family, and in one when the fact is known")
    func partition() throws {
        // given: pupils with every combination of a few values, one random seed
        var random = SeededGenerator(seed: 7)
        for id in 0..<500 {
            let known = id % 5 != 0
            func maybe() -> Bool? { known || Bool.random(using: &random) ? Bool.random(using: &random) : nil }
            let pupil = Pupil(
                id: Int64(id), surname: "A", forename: "B",
                dateOfBirth: known
                    ? CalendarDate(year: 2015, month: Int.random(in: 1...12, using: &random), day: 1) : nil,
                sex: known ? [.female, .male].randomElement(using: &random) : .unknown,
                ethnicity: known
                    ? ["WBRI", "MWBC", "AIND", "BCRB", "CHNE", "OOTH"].randomElement(using: &random) : "REFU",
                isEAL: maybe(), sen: known ? SENProvision.allCases.randomElement(using: &random) : nil, isFSM: maybe(),
                isFSM6: maybe(), isLookedAfter: maybe(), wasLookedAfter: maybe(),
                entryDate: known
                    ? CalendarDate(year: Int.random(in: 2018...2026, using: &random), month: 9, day: 3) : nil)
            let place = try Self.place()
            for family in Self.families {
                // when
                let count = family.count { $0.contains(pupil, place) }
                // then
                #expect(known ? count == 1 : count <= 1, "pupil \(id), \(family)")
            }
            #expect(PupilGroup.all.contains(pupil, place))
            #expect(!PupilGroup.fsm.contains(pupil, place) || PupilGroup.disadvantaged.contains(pupil, place))
        }
    }

    @Test(
        "disadvantaged is free meals in six years, looked after or left care; not recorded is neither",
        arguments: [
            (Pupil(id: 1, surname: "", forename: ""), nil as Bool?),
            (Pupil(id: 1, surname: "", forename: "", isFSM: true), true),
            (Pupil(id: 1, surname: "", forename: "", isFSM: false, isFSM6: true), true),
            (Pupil(id: 1, surname: "", forename: "", isFSM6: false, isLookedAfter: true), true),
            (Pupil(id: 1, surname: "", forename: "", isFSM6: false, wasLookedAfter: true), true),
            (Pupil(id: 1, surname: "", forename: "", isFSM6: false), false),
        ])
    func disadvantaged(_ pupil: Pupil, _ expected: Bool?) throws {
        #expect(pupil.isDisadvantaged == expected)
        #expect(PupilGroup.disadvantaged.contains(pupil, try Self.place()) == (expected == true))
        #expect(PupilGroup.notDisadvantaged.contains(pupil, try Self.place()) == (expected == false))
    }

    @Test(
        "a Year 6 pupil of 2026 joined after Year 3 who came after 31 August 2023",
        arguments: [("2023-08-31", false), ("2023-09-01", true), ("2019-09-03", false), ("2026-01-08", true)])
    func joined(_ entry: String, _ late: Bool) throws {
        let pupil = Pupil(id: 1, surname: "A", forename: "B", entryDate: CalendarDate(iso: entry))
        #expect(PupilGroup.joinedAfterYear3.contains(pupil, try Self.place()) == late)
        #expect(PupilGroup.stable.contains(pupil, try Self.place()) == !late)
        #expect(!PupilGroup.stable.contains(pupil, try Self.place(yearGroup: .year2)))
    }

    @Test(
        "birth months fall into terms: autumn to December, spring to April, summer to August",
        arguments: 1...12)
    func terms(_ month: Int) throws {
        let pupil = Pupil(
            id: 1, surname: "A", forename: "B", dateOfBirth: CalendarDate(year: 2015, month: month, day: 15))
        let expected: PupilGroup = month >= 9 ? .bornInAutumn : month <= 4 ? .bornInSpring : .bornInSummer
        for term in [PupilGroup.bornInAutumn, .bornInSpring, .bornInSummer] {
            #expect(term.contains(pupil, try Self.place()) == (term == expected))
        }
    }

    @Test("classes and own groups go by name, and every group reads its own id")
    func ids() throws {
        let pupil = Pupil(id: 1, surname: "A", forename: "B", groups: ["Choir"])
        #expect(PupilGroup.schoolClass("6 Kestrel").contains(pupil, try Self.place("6 Kestrel")))
        #expect(!PupilGroup.schoolClass("6 Kestrel").contains(pupil, try Self.place(nil)))
        #expect(PupilGroup.own("Choir").contains(pupil, try Self.place()))
        #expect(!PupilGroup.own("Chess").contains(pupil, try Self.place()))
        let groups = PupilGroup.standard + [.schoolClass("6 Kestrel: a"), .own("Choir")]
        for group in groups { #expect(PupilGroup(id: group.id) == group) }
        #expect(Set(groups.map(\.id)).count == groups.count)
        #expect(PupilGroup(id: "everybody") == nil)
    }
}
