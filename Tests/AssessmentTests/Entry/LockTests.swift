import Assessment
import Testing

/// The rules between columns (domain: the statutory assessments, rules 1 to 5) and the locks of the grid.
@Suite struct LockTests {
    static let fullMathematics: Facts = [
        "mathematics.paper1": "30", "mathematics.paper2": "20", "mathematics.paper3": "20",
    ]

    @Test(
        "what stands in a test closes its teacher assessment, with the reason",
        arguments: [
            ["reading.paper1": "38"] as Facts, ["reading.paper1": "0"], ["reading.total": "38"],
            ["reading.scaled": "109"],
            ["reading.outcome": "A"], ["reading.outcome": "N"], ["reading.outcome": "AS"], ["reading.outcome": "NS"],
            ["reading.paper1": "A"], ["reading.paper1": "U"], ["reading.paper1": "J"],
        ])
    func testClosesTeacherAssessment(_ facts: Facts) throws {
        // given
        let row = try Shipped.row(2026, facts)
        // when
        let cell = try #require(row.cell("reading.ta"))
        let problem = try #require(row.problem("PK6", in: "reading.ta"))
        // then
        guard case .closed(let reason, let accepts) = cell.access else {
            Issue.record("the teacher assessment is open beside \(facts)")
            return
        }
        #expect(reason.contains("Clear it"))
        #expect(accepts.isEmpty)
        #expect(!cell.isDue)
        #expect(problem.reason == .closed)
        #expect(problem.message == reason)
        #expect(row.cell("mathematics.ta")?.access == .open, "only its own subject")
    }

    @Test("codes that do not close the teacher assessment leave it open", arguments: ["B", "M", "L", "F", "P"])
    func openBesideCode(_ code: String) throws {
        let row = try Shipped.row(2026, ["mathematics.paper1": code])
        let cell = try #require(row.cell("mathematics.ta"))
        #expect(cell.access == .open)
        #expect(cell.isDue == (code == "B"), "B makes the teacher assessment due (rule 1)")
        #expect(try row.entering("PK4", in: "mathematics.ta").facts["mathematics.ta"] == "PK4")
    }

    @Test("a teacher assessment closes the papers but lets B, M, L, F and P stand beside it")
    func teacherAssessmentClosesMarks() throws {
        // given
        let row = try Shipped.row(2026, ["mathematics.ta": "PK6"])
        // then
        for paper in ["mathematics.paper1", "mathematics.paper2", "mathematics.paper3"] as [ColumnID] {
            let cell = try #require(row.cell(paper))
            guard case .closed(let reason, let accepts) = cell.access else {
                Issue.record("\(paper) is open")
                continue
            }
            #expect(reason.contains("teacher assessment (PK6)"))
            #expect(accepts == ["B", "M", "L", "F", "P"])
            #expect(row.problem("20", in: paper)?.reason == .closed)
            #expect(row.problem("A", in: paper)?.reason == .closed)
            #expect(row.problem("B", in: paper) == nil)
        }
        #expect(row.problem("100", in: "mathematics.scaled")?.reason == .closed)
        #expect(row.problem("AS", in: "mathematics.outcome")?.reason == .closed)
        #expect(row.problem("60", in: "mathematics.total", source: .file)?.reason == .closed)
        #expect(row.problem("38", in: "reading.paper1") == nil, "only its own subject")
        #expect(row.cell("mathematics.paper1")?.isDue == true, "the test's B is due (rule 1)")
        #expect(row.cell("mathematics.paper2")?.isDue == false)
    }

    @Test("a code stands for the whole test: its other papers take neither marks nor codes")
    func codeInOnePaper() throws {
        let row = try Shipped.row(2026, ["mathematics.paper2": "A"])
        #expect(row.cell("mathematics.outcome")?.value == "A")
        for paper in ["mathematics.paper1", "mathematics.paper3"] as [ColumnID] {
            #expect(row.problem("20", in: paper)?.message.contains("A in Paper 2") == true)
            #expect(row.problem("B", in: paper)?.reason == .closed)
            #expect(try row.check("a", in: paper, source: .hand) == nil, "the same code again says nothing new")
            #expect(row.cell(paper)?.isDue == false)
        }
        #expect(row.problem("20", in: "mathematics.paper2") == nil, "the code itself may be replaced")
        #expect(row.problem("B", in: "mathematics.paper2") == nil)
        #expect(row.problem("100", in: "mathematics.scaled")?.reason == .closed)
    }

    @Test("a code is refused while another paper has a mark", arguments: ["A", "B", "L"])
    func codeBesideMark(_ code: String) throws {
        let row = try Shipped.row(2026, ["mathematics.paper1": "20"])
        #expect(row.problem(code, in: "mathematics.paper2")?.message.contains("Clear the marks") == true)
        #expect(row.problem(code, in: "mathematics.outcome")?.reason == .closed)
        #expect(row.problem(code, in: "mathematics.paper1") == nil, "in the place of the only mark it may stand")
    }

    @Test("a total and a scaled score come only when all papers are in")
    func totals() throws {
        var row = try Shipped.row(2026)
        for (paper, mark, total) in [
            ("mathematics.paper1" as ColumnID, "30", nil as String?), ("mathematics.paper3", "6", nil),
            ("mathematics.paper2", "20", "56"),
        ] {
            row = try row.entering(mark, in: paper)
            #expect(row.cell("mathematics.total")?.value == total)
            #expect(row.cell("mathematics.scaled")?.value == (total == nil ? nil : "100"))
            #expect(row.cell("mathematics.outcome")?.value == (total == nil ? nil : "AS"))
        }
        #expect(row.cell("mathematics.total")?.access == .readOnly)
        #expect(row.cell("mathematics.scaled")?.origin == .derived)
        #expect(row.problem("57", in: "mathematics.total")?.reason == .derived, "a total is not typed")
        // What is worked out may be said again; nothing is stored of it.
        #expect(try row.check("56", in: "mathematics.total", source: .hand) == nil)
    }

    @Test("too few marks give N and no score; one mark more gives the lowest score")
    func none() throws {
        let none = try Shipped.row(2026, ["reading.paper1": "2"])
        #expect(none.cell("reading.outcome")?.value == "N")
        #expect(none.cell("reading.scaled")?.value == nil)
        let lowest = try Shipped.row(2026, ["reading.paper1": "3"])
        #expect(lowest.cell("reading.scaled")?.value == "81")
        #expect(lowest.cell("reading.outcome")?.value == "NS")
    }

    @Test("until the table is loaded there is a total, no score, and a note that says so")
    func noTable() throws {
        let row = try Shipped.row(2027, ["reading.paper1": "30"])
        #expect(row.cell("reading.total")?.value == "30")
        #expect(row.cell("reading.scaled")?.value == nil)
        #expect(row.cell("reading.outcome")?.value == nil)
        #expect(row.cell("reading.scaled")?.note?.contains("No conversion table for 2027") == true)
        // when it is loaded
        let key = ConversionTable.Key(year: 2027, keyStage: 2, subject: .reading)
        let table = ConversionTable(key: key, scores: Array(repeating: 104, count: 51))
        let later = try Shipped.row(2027, row.facts, tables: Shipped.data.tables.adding([table]))
        #expect(later.cell("reading.scaled")?.value == "104")
    }

    @Test(
        "where only the thresholds are known the outcome is known and the score is not",
        arguments: [(27, "NS"), (28, "AS")])
    func thresholds(_ mark: Int, _ outcome: String) throws {
        let row = try Shipped.row(2019, ["reading.paper1": "\(mark)"])
        #expect(row.cell("reading.outcome")?.value == outcome)
        #expect(row.cell("reading.scaled")?.value == nil)
        #expect(row.problem("99", in: "reading.scaled")?.reason == (outcome == "AS" ? .invalid : nil))
        #expect(row.problem("100", in: "reading.scaled")?.reason == (outcome == "AS" ? nil : .invalid))
    }

    @Test("special consideration is typed onto a derived score, and nothing else is")
    func specialConsideration() throws {
        // given: the mark that gives 97 in 2026
        let key = ConversionTable.Key(year: 2026, keyStage: 2, subject: .reading)
        let raw = try #require(Shipped.data.tables.table(key)?.scores.firstIndex(of: 97))
        let row = try Shipped.row(2026, ["reading.paper1": "\(raw)"])
        // then
        #expect(try row.check("97+", in: "reading.scaled", source: .hand) == "97+")
        #expect(try row.check("+", in: "reading.scaled", source: .hand) == "97+")
        #expect(row.problem("98", in: "reading.scaled")?.reason == .derived)
        #expect(row.problem("98+", in: "reading.scaled")?.reason == .derived)
        #expect(try row.check("97", in: "reading.scaled", source: .hand) == nil, "what the table gives is not stored")
        // when it has the +
        let special = try row.entering("97+", in: "reading.scaled")
        #expect(special.cell("reading.scaled")?.value == "97+")
        #expect(special.cell("reading.outcome")?.value == "NS", "the pupil's own outcome does not change")
        #expect(special.cell("reading.scaled")?.note?.contains("counts as 100") == true)
        #expect(
            try special.entering("97", in: "reading.scaled").facts["reading.scaled"] == nil, "and gives it up again")
    }

    @Test("an official score that differs from the table stands, and the difference is shown")
    func officialScore() throws {
        var row = try Shipped.row(2026, ["reading.paper1": "25"])
        row = try row.entering("101", in: "reading.scaled", source: .file)
        let cell = try #require(row.cell("reading.scaled"))
        #expect(cell.value == "101")
        #expect(cell.origin == .stored)
        #expect(cell.note == "101 is the official score; the 2026 table gives 100 for 25 marks.")
        #expect(
            try Shipped.row(2026, ["reading.paper1": "25", "reading.scaled": "100"]).cell("reading.scaled")?.note == nil
        )
        #expect(row.problem("102", in: "reading.scaled")?.reason == .derived)
    }

    @Test("a total from a file must be the sum of the papers")
    func officialTotal() throws {
        let row = try Shipped.row(2026, Self.fullMathematics)
        #expect(row.problem("71", in: "mathematics.total", source: .file)?.message.contains("which is 70") == true)
        #expect(row.problem("70", in: "mathematics.total", source: .file) == nil)
        let alone = try Shipped.row(2026).entering("70", in: "mathematics.total", source: .file)
        #expect(alone.cell("mathematics.scaled")?.value == "103")
        #expect(alone.cell("mathematics.total")?.origin == .stored)
    }

    @Test(
        "an official N stands beside its marks, before the table is known and after, but not beside marks that give more"
    )
    func officialNone() throws {
        for (year, mark) in [(2026, "2"), (2027, "2"), (2019, "3")] {
            let marksFirst = try Shipped.row(year).entering(mark, in: "reading.paper1")
                .entering("N", in: "reading.outcome", source: .file)
            let noneFirst = try Shipped.row(year).entering("N", in: "reading.outcome", source: .file)
                .entering(mark, in: "reading.paper1")
            #expect(marksFirst.facts == noneFirst.facts)
            #expect(
                marksFirst.standing(.reading, specialConsideration: true) == .counted(.below, code: "N", score: nil))
        }
        let row = try Shipped.row(2026, ["reading.outcome": "N"])
        #expect(row.problem("3", in: "reading.paper1")?.message.contains("give 81") == true)
        #expect(row.problem("3", in: "reading.total", source: .file)?.reason == .closed)
        #expect(
            try Shipped.row(2026, ["reading.paper1": "3"]).problem("N", in: "reading.outcome", source: .file)?.reason
                == .closed)
        #expect(
            try Shipped.row(2019, ["reading.paper1": "40"]).problem("N", in: "reading.outcome", source: .file)?.reason
                == .closed)
        #expect(row.problem("A", in: "reading.paper1")?.reason == .closed)
    }

    @Test("an outcome is typed only for history: where no marks or scores are known")
    func outcomeByHand() throws {
        #expect(try Shipped.row(2026).problem("AS", in: "reading.outcome") == nil)
        #expect(
            try Shipped.row(2026, ["reading.paper1": "30"]).problem("NS", in: "reading.outcome")?.reason == .derived)
        #expect(
            try Shipped.row(2026, ["reading.paper1": "30"]).check("AS", in: "reading.outcome", source: .hand) == nil)
        #expect(
            try Shipped.row(2026, ["reading.scaled": "101"]).problem("AS", in: "reading.outcome")?.reason == .derived)
        #expect(try Shipped.row(2026, ["reading.paper1": "A"]).problem("B", in: "reading.outcome")?.reason == .closed)
        #expect(try Shipped.row(2026, ["reading.scaled": "101"]).problem("B", in: "reading.outcome")?.reason == .closed)
    }

    @Test(
        "until 2018 every pupil had a teacher assessment beside the test, so neither closes the other",
        arguments: [2016, 2017, 2018])
    func before2019(_ year: Int) throws {
        let tested = try Shipped.row(year, ["reading.paper1": "38"])
        #expect(tested.cell("reading.ta")?.access == .open)
        #expect(tested.cell("reading.ta")?.isDue == true)
        #expect(tested.problem("EXS", in: "reading.ta") == nil)
        let assessed = try Shipped.row(year, ["reading.ta": "EXS"])
        #expect(assessed.cell("reading.paper1")?.access == .open)
        #expect(assessed.problem("38", in: "reading.paper1") == nil)
        #expect(assessed.problem("109", in: "reading.scaled") == nil)
    }

    @Test("clearing is always allowed, and entering the same again changes nothing")
    func clearing() throws {
        let facts: Facts = ["reading.paper1": "38", "reading.ta": "PK6", "reading.outcome": "A"]
        let row = try Shipped.row(2026, facts)
        for (id, value) in facts {
            #expect(try row.check(" ", in: id, source: .hand) == nil)
            #expect(try row.check(value, in: id, source: .hand) == value)
        }
    }

    @Test("writing and science are due of everybody (rule 3)")
    func due() throws {
        let row = try Shipped.row(2026)
        #expect(
            row.cells().filter(\.value.isDue).map(\.key).sorted() == [
                "gps.paper1", "gps.paper2", "mathematics.paper1", "mathematics.paper2", "mathematics.paper3",
                "reading.paper1",
                "science.ta", "writing.ta",
            ])
    }

    @Test(
        "how many results are in and how many are due",
        arguments: [
            ([:] as Facts, 0, 5), (["writing.ta": "EXS"], 1, 5), (["reading.paper1": "38"], 1, 5),
            (["gps.paper1": "30"], 0, 5), (["gps.paper1": "30", "gps.paper2": "10"], 1, 5), (["gps.paper2": "A"], 1, 5),
            (["reading.paper1": "B"], 1, 6), (["reading.paper1": "B", "reading.ta": "PK6"], 2, 6),
            (["reading.ta": "PK6"], 1, 6), (["mathematics.scaled": "101"], 1, 5), (["gps.paper1": "B"], 1, 5),
            (
                [
                    "reading.paper1": "38", "gps.outcome": "A", "mathematics.total": "70", "writing.ta": "GDS",
                    "science.ta": "EXS",
                ], 5, 5
            ),
        ])
    func completeness(_ facts: Facts, _ done: Int, _ due: Int) throws {
        let counted = try Shipped.row(2026, facts).completeness()
        #expect(counted.done == done)
        #expect(counted.due == due)
    }

    @Test("until 2018 reading and mathematics teacher assessments are due as well")
    func completenessBefore2019() throws {
        #expect(try Shipped.row(2018).completeness().due == 7)
        #expect(try Shipped.row(2019).completeness().due == 5)
    }
}
