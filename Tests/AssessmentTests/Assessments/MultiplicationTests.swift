import Assessment
import Testing

@Suite struct MultiplicationTests {
    static let codes = ["A", "B", "J", "L", "U", "Z", "NAA", "Q", "H", "X"]

    private func row(_ facts: Facts = [:], year: Int = 2026) throws -> MultiplicationRow {
        try #require(try AnyAssessment.row(.mtc, year, facts) as? MultiplicationRow)
    }

    @Test(arguments: [2022, 2023, 2024, 2025, 2026])
    func `a mark from 0 to 25 and every code is taken in every year`(_ year: Int) throws {
        let row = try row(year: year)
        for text in (0...25).map(String.init) + Self.codes {
            #expect(try row.check(text.lowercased(), in: "mark", source: .hand) == text)
        }
        #expect(row.columns.mark.codes.map(\.code) == Self.codes)
    }

    @Test(arguments: ["26", "-1", "2.5", "N", "T", "F", "P", "EXS"])
    func `anything else is refused with what can be entered`(_ text: String) throws {
        let problem = try #require(try row().problem(of: text, in: "mark"))
        #expect(
            problem.message.hasSuffix(
                "Enter a whole number from 0 to 25, or a code (A, B, J, L, U, Z, NAA, Q, H, X)."))
    }

    @Test(arguments: codes)
    func `every code counts but L and Z`(_ code: String) throws {
        let standing = try row(["mark": code]).standing
        #expect(
            standing == (["L", "Z"].contains(code) ? .leftOut(code: code) : .counted(.below, code: code, score: nil)))
    }

    @Test func `zero is a mark, full marks are the only level there is, and nothing is not recorded`() throws {
        #expect(try row(["mark": "0"]).mark == 0)
        #expect(try row(["mark": "25"]).standing == .counted(.higher, code: nil, score: nil))
        #expect(try row(["mark": "24"]).standing == .counted(.below, code: nil, score: nil))
        #expect(try row().standing == .notRecorded)
        #expect(try row().completeness() == (0, 1))
        #expect(try row().cells()["mark"]?.isDue == true)
    }

    @Test(
        arguments: [
            (["20", "Q"], "Q"), (["H", "25"], "H"), (["20", "A"], "20"), (["X", "0"], "0"), (["A"], "A"),
            (["Q", "H"], nil), (["20", "21"], nil), (["A", "B"], nil), ([], nil), (["20", "20"], "20"),
        ] as [([String], String?)])
    func `Q and H win over a mark and a mark over other codes`(_ values: [String], _ expected: String?) {
        #expect(MultiplicationRow.standing(among: values) == expected)
    }
}
