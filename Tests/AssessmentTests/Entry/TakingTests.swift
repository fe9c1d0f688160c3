import Assessment
import Testing

struct TakingTests {
    private func row(_ facts: Facts = [:], year: Int = 2026) throws -> KeyStage2Row {
        let reference = try ReferenceData.load()
        return KeyStage2Row(
            columns: try #require(KeyStage2Columns(year: year, codes: reference.codes)), facts: facts,
            tables: reference.tables)
    }

    @Test func `A clear opens what another value of the same block needs`() throws {
        // given
        let row = try row(["reading.ta": "PK4"])

        // when
        let taken = row.taking(["reading.paper1": "38", "reading.ta": ""], source: .hand)

        // then
        #expect(taken.problems.isEmpty)
        #expect(taken.row.facts == ["reading.paper1": "38"])
    }

    @Test func `A code that gives way to a mark opens the other papers, whichever comes first`() throws {
        // given: A in the second paper stands for the whole test
        let row = try row(["mathematics.paper2": "A"])

        // when
        let taken = row.taking(
            ["mathematics.paper1": "30", "mathematics.paper2": "21", "mathematics.paper3": "x"], source: .hand)

        // then
        #expect(taken.row.facts == ["mathematics.paper1": "30", "mathematics.paper2": "21"])
        #expect(Set(taken.problems.keys) == ["mathematics.paper3"])
    }

    @Test func `A mark and a teacher assessment in one block: the mark stands, the other is told why`() throws {
        let taken = try row().taking(["reading.ta": "PK4", "reading.paper1": "38"], source: .hand)
        #expect(taken.row.facts == ["reading.paper1": "38"])
        #expect(taken.problems["reading.ta"]?.reason == .closed)
    }

    @Test func `B and the teacher assessment that it calls for are taken together`() throws {
        let taken = try row(["reading.paper1": "38"]).taking(
            ["reading.ta": "pk4", "reading.paper1": "b"], source: .hand)
        #expect(taken.problems.isEmpty)
        #expect(taken.row.facts == ["reading.paper1": "B", "reading.ta": "PK4"])
    }

    @Test(
        arguments: [
            // As teachers' lists have it: the code in every paper, kept once.
            ([:], ["A", "A", "A"], ["mathematics.paper1": "A"], []),
            ([:], ["", "b", "B"], ["mathematics.paper2": "B"], []),
            (["mathematics.paper2": "A"], ["A", "A", "A"], ["mathematics.paper2": "A"], []),
            // Over marks it takes the place of all of them at once.
            (
                ["mathematics.paper1": "30", "mathematics.paper2": "20", "mathematics.paper3": "21"], ["A", "A", "A"],
                ["mathematics.paper1": "A"], []
            ),
            // Another code or a mark beside it stays refused, and what stood there stays.
            ([:], ["A", "B", ""], ["mathematics.paper1": "A"], ["mathematics.paper2"]),
            ([:], ["A", "A", "12"], ["mathematics.paper1": "A"], ["mathematics.paper3"]),
            (
                ["mathematics.paper1": "30", "mathematics.paper2": "20"], ["A", "A", "12"],
                ["mathematics.paper1": "30", "mathematics.paper2": "20", "mathematics.paper3": "12"],
                ["mathematics.paper1", "mathematics.paper2"]
            ),
            (["mathematics.paper3": "12"], ["A", "A", ""], ["mathematics.paper1": "A"], []),
        ] as [(Facts, [String], Facts, Set<ColumnID>)])
    func `The same code in every paper is that code once; anything else beside it is not`(
        stored: Facts, typed: [String], kept: Facts, refused: Set<ColumnID>
    ) throws {
        // given
        let row = try row(stored)
        let papers: [ColumnID] = ["mathematics.paper1", "mathematics.paper2", "mathematics.paper3"]

        // when
        let taken = row.taking(Dictionary(uniqueKeysWithValues: zip(papers, typed)), source: .hand)

        // then
        #expect(taken.row.facts == kept)
        #expect(Set(taken.problems.keys) == refused)
    }

    @Test func `A column that the year does not have is refused alone`() throws {
        let taken = try row().taking(["reading.paper9": "3", "writing.ta": "EXS"], source: .hand)
        #expect(taken.problems.keys.map(\.rawValue) == ["reading.paper9"])
        #expect(taken.row.facts == ["writing.ta": "EXS"])
    }
}
