import Assessment
import Testing

@Suite struct EarlyYearsTests {
    @Test func `the profile has the 17 goals by area and two derived columns`() throws {
        let columns = try AnyAssessment.columns(.eyfsp, 2026)
        #expect(
            columns.all.map(\.id.rawValue) == [
                "e01", "e02", "e03", "e04", "e05", "e06", "e07", "e08", "e09", "e10", "e11", "e12", "e13", "e14", "e15",
                "e16", "e17", "gld", "goals",
            ])
        #expect(columns.stored.count == 17)
        #expect(
            columns.filters.map(\.title) == [
                "Summary", "Communication and language", "Personal, social and emotional development",
                "Physical development", "Literacy", "Mathematics", "Understanding the world",
                "Expressive arts and design",
            ])
        #expect(columns.filters.map { $0.columns.count } == [19, 2, 3, 2, 3, 2, 3, 2])
        #expect(columns.column("e09")?.fullTitle == "E09 Word reading")
        #expect(columns.column("e09")?.subject == .literacy)
    }

    @Test(arguments: [(2022, "1 2 A"), (2026, "1 2 A"), (2019, "1 2 3 A"), (2013, "1 2 3 A")])
    func `every goal takes the values of its year`(_ year: Int, _ values: String) throws {
        for goal in try AnyAssessment.columns(.eyfsp, year).stored {
            #expect(goal.typedCodes.map(\.code) == values.split(separator: " ").map(String.init))
        }
    }

    @Test(
        arguments: [
            // 12 goals make the good level, not 17.
            ("22222222222222222", "Yes", "17"), ("22222222222211111", "Yes", "12"), ("22222222222122222", "No", "16"),
            ("12222222222222222", "No", "16"), ("11111111111122222", "No", "5"), ("11111111111111111", "No", "0"),
            ("AAAAAAAAAAAAAAAAA", "No", "0"), ("A................", "No", "0"), ("2222222222222222.", "Yes", nil),
            ("222222222222.....", "Yes", nil), ("22222222222.22222", nil, nil), (".................", nil, nil),
        ] as [(String, String?, String?)])
    func `a good level of development is 2 in the first twelve goals`(
        _ values: String, _ goodLevel: String?, _ goals: String?
    ) throws {
        // given
        let row = try AnyAssessment.profile(2026, values)
        // when
        let cells = row.cells()
        // then
        #expect(cells["gld"]?.value == goodLevel)
        #expect(cells["goals"]?.value == goals)
        #expect(cells["gld"]?.access == .readOnly)
    }

    @Test func `A in one goal is offered to the other sixteen and spreads only when taken`() throws {
        // given
        let row = try AnyAssessment.profile(2026, "A22..............")
        // when
        let offers = row.offers()
        // then
        let offer = try #require(offers.first)
        #expect(offers.count == 1)
        #expect(offer.changes.count == 16)
        #expect(Set(offer.changes.values) == ["A"])
        #expect(offer.changes["e01"] == nil)
        #expect(
            offer.message
                == "If one goal is A, all 17 must be. Enter A in the other 16 goals. It replaces 2 judgements.")
        #expect(row.cells()["e02"]?.value == "2")
        #expect(row.cells()["e02"]?.note?.contains("stands for the whole profile") == true)
        // and when it is taken
        var taken = row
        for (column, value) in offer.changes {
            taken = taken.setting(column, to: try taken.check(value, in: column, source: .hand))
        }
        #expect(taken.offers().isEmpty)
        #expect(taken.completeness() == (17, 17))
        #expect(taken.cells().values.allSatisfy { $0.note == nil })
    }

    @Test func `the profile until 2021 is kept with its own values and nothing is worked out of it`() throws {
        let row = try AnyAssessment.profile(2019, "32132132132132132")
        #expect(row.columns.all.map(\.id.rawValue).first == "g01")
        #expect(row.columns.column("gld") == nil)
        #expect(row.goodLevel == .notRecorded)
        #expect(row.goalsAtExpected == nil)
        #expect(try row.check("3", in: "g17", source: .file) == "3")
    }

    @Test(
        arguments: [
            ("e01", "3", "“3” is not a code of E01 Listening, attention and understanding in 2026. Enter 1, 2, A."),
            ("e17", "EXS", "“EXS” is not a code of E17 Being imaginative and expressive in 2026. Enter 1, 2, A."),
            ("gld", "Yes", "Good level of development is worked out from the goals. Change a goal instead."),
            ("goals", "17", "Goals at the expected level is worked out from the goals. Change a goal instead."),
        ] as [(ColumnID, String, String)])
    func `what can't be entered is refused with what can`(_ column: ColumnID, _ text: String, _ message: String) throws
    {
        #expect(try AnyAssessment.profile(2026, "").problem(of: text, in: column)?.message == message)
    }

    @Test func `every goal is due until it is in`() throws {
        #expect(try AnyAssessment.profile(2026, "").completeness() == (0, 17))
        #expect(try AnyAssessment.profile(2026, "22.22").completeness() == (4, 17))
        #expect(try AnyAssessment.profile(2026, "22.22").cells().values.count(where: \.isDue) == 13)
    }
}
