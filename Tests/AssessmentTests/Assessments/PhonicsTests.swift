import Assessment
import Testing

@Suite struct PhonicsTests {
    @Test func `Year 1 has its own columns and Year 2 shows those of the year before beside its own`() throws {
        #expect(try AnyAssessment.columns(.phonics, 2026, .year1).all.map(\.id) == ["y1.mark", "y1.outcome"])
        let second = try AnyAssessment.columns(.phonics, 2026, .year2)
        #expect(second.all.map(\.id) == ["y1.mark", "y1.outcome", "y2.mark", "y2.outcome"])
        #expect(second.stored.map(\.id) == ["y2.mark", "y2.outcome"])
        #expect(second.yearGroup == .year2)
    }

    @Test(
        arguments: [
            (2025, "31", "Wt"), (2025, "32", "Wa"), (2026, "30", "Wt"), (2026, "31", "Wa"), (2026, "0", "Wt"),
            (2026, "40", "Wa"), (2021, "32", "Wa"), (2012, "31", "Wt"), (2027, "40", nil), (2026, "A", "A"),
            (2026, "D", "D"), (2026, "L", "L"), (2026, "Q", "Q"),
        ] as [(Int, String, String?)])
    func `the outcome follows from the mark by the threshold of its year`(
        _ year: Int, _ mark: String, _ outcome: String?
    ) throws {
        let row = try AnyAssessment.phonics(year, ["y1.mark": mark])
        #expect(row.cells()["y1.outcome"]?.value == outcome)
        #expect(row.first.outcome == outcome)
        if outcome == nil { #expect(row.standing == .awaitingTable) }
    }

    @Test func `the Year 1 result beside a Year 2 check goes by the threshold of Year 1`() throws {
        // given: 31 did not meet the standard in 2025 and does in 2026
        let row = try AnyAssessment.phonics(2026, ["y2.mark": "31"], earlier: ["y1.mark": "31"])
        // when
        let cells = row.cells()
        // then
        #expect(cells["y1.mark"]?.value == "31")
        #expect(cells["y1.outcome"]?.value == "Wt")
        #expect(cells["y2.outcome"]?.value == "Wa")
        #expect(cells["y1.mark"]?.access == .readOnly)
        #expect(row.problem(of: "40", in: "y1.mark")?.reason == .derived)
        #expect(row.problem(of: "40", in: "y1.mark")?.message.contains("2024/25") == true)
    }

    @Test(
        arguments: [
            (["y1.mark": "36"] as Facts, false), (["y1.mark": "20"], true), (["y1.mark": "A"], true), ([:], true),
            (["y1.outcome": "Wa"], false), (["y1.outcome": "Wt"], true),
        ] as [(Facts, Bool)])
    func `the check of Year 2 is due only of those who did not meet the standard`(_ earlier: Facts, _ isDue: Bool)
        throws
    {
        let row = try AnyAssessment.phonics(2026, [:], earlier: earlier)
        #expect(row.cells()["y2.mark"]?.isDue == isDue)
        #expect(row.completeness() == (0, isDue ? 1 : 0))
        #expect(row.cells()["y1.mark"]?.isDue == false)
    }

    @Test(
        arguments: [
            // Year 1, Year 2, by the end of Year 2
            ("36", nil, SubjectStanding.counted(.expected, code: nil, score: nil)),
            ("20", "31", .counted(.expected, code: nil, score: nil)),
            ("20", "30", .counted(.below, code: nil, score: nil)), ("20", nil, .notRecorded), (nil, nil, .notRecorded),
            (nil, "35", .counted(.expected, code: nil, score: nil)),
            ("20", "A", .counted(.below, code: "A", score: nil)),
            ("36", "L", .leftOut(code: "L")), ("20", "L", .leftOut(code: "L")), ("L", nil, .notRecorded),
            ("A", "D", .counted(.below, code: "D", score: nil)),
        ] as [(String?, String?, SubjectStanding)])
    func `met by the end of Year 2 is met in Year 1 or in Year 2`(
        _ first: String?, _ second: String?, _ expected: SubjectStanding
    ) throws {
        let row = try AnyAssessment.phonics(
            2026, second.map { ["y2.mark": $0] } ?? [:], earlier: first.map { ["y1.mark": $0] } ?? [:])
        #expect(row.standingByEndOfYear2 == expected)
    }

    @Test(arguments: [
        ("41", "Phonics Year 1 mark is marked out of 40. Enter a whole number from 0 to 40, or a code (A, D, L, Q)."),
        (
            "B",
            "“B” is not a code of Phonics Year 1 mark in 2026. Enter a whole number from 0 to 40, or a code (A, D, L, Q)."
        ),
        ("3.5", "“3.5” is not a whole mark. Enter a whole number from 0 to 40, or a code (A, D, L, Q)."),
        (
            "Wa",
            "“Wa” is not a code of Phonics Year 1 mark in 2026. Enter a whole number from 0 to 40, or a code (A, D, L, Q)."
        ),
    ])
    func `a mark is 0 to 40 or a code`(_ text: String, _ message: String) throws {
        #expect(try AnyAssessment.phonics(2026).problem(of: text, in: "y1.mark")?.message == message)
    }

    @Test func `an outcome that a file gives in capitals is stored as the DfE prints it`() throws {
        let row = try AnyAssessment.phonics(2026)
        #expect(try row.check("WA", in: "y1.outcome", source: .file) == "Wa")
        #expect(try row.check("wt", in: "y1.outcome", source: .file) == "Wt")
    }

    @Test func `an outcome that the mark gives is not stored beside it, and one that it does not give is refused`()
        throws
    {
        let row = try AnyAssessment.phonics(2026, ["y1.mark": "31"])
        #expect(try row.check("WA", in: "y1.outcome", source: .file) == nil)
        #expect(row.problem(of: "WT", in: "y1.outcome", source: .file)?.reason == .derived)
        #expect(row.problem(of: "A", in: "y1.outcome")?.reason == .closed)
        #expect(try row.check("Q", in: "y1.outcome", source: .file) == "Q")
    }

    @Test func `maladministration annuls a mark, and other codes say that there is none`() throws {
        let annulled = try AnyAssessment.phonics(2026, ["y1.mark": "38", "y1.outcome": "Q"])
        #expect(annulled.standing == .counted(.below, code: "Q", score: nil))
        let absent = try AnyAssessment.phonics(2026, ["y1.outcome": "A"])
        #expect(absent.problem(of: "38", in: "y1.mark")?.reason == .closed)
        #expect(absent.cells()["y1.mark"]?.access != .open)
        let coded = try AnyAssessment.phonics(2026, ["y1.mark": "A"])
        #expect(coded.problem(of: "Wa", in: "y1.outcome")?.reason == .closed)
        #expect(try coded.check("33", in: "y1.mark", source: .hand) == "33")
    }

    @Test func `a code in the mark stands in the outcome, and clearing is always allowed`() throws {
        let row = try AnyAssessment.phonics(2026, ["y1.mark": "A"])
        #expect(row.cells()["y1.outcome"]?.value == "A")
        #expect(try row.check(" ", in: "y1.mark", source: .hand) == nil)
    }
}
