import Assessment
import Storage
import Testing
import Tracker

/// Tables of results with everything that can be wrong in them: no line is passed over in silence.
struct ImportWildTableTests {
    private static let columns = [
        "READMRK", "READSCORE", "READOUTCOME", "WRITTAOUTCOME", "MATARITHMRK", "MATTAOUTCOME", "SCITAOUTCOME", "GPSMRK",
    ]
    private static let values = [
        "", "", "", "38", "101", "999", "-1", "EXS", "GDS", "N", "A", "AS", "NS", "97+", "zoë", "\"a,b\"", "1.5",
        "=1+1",
    ]

    /// The text, and the lines (from 1) that say something.
    private static func table(_ seed: UInt64) -> (text: String, rows: Int, lines: Set<Int>) {
        var random = SplitMix(seed: seed)
        func any<Element>(_ elements: [Element]) -> Element {
            elements[Int.random(in: 0..<elements.count, using: &random)]
        }
        let numbers = any([["8209991"], ["8209991", "820/2001", "8209992", "x", ""]])
        var text = "LAESTAB,UPN,SURNAME,FORENAMES,DOB,\(columns.joined(separator: ","))\n"
        var lines: Set<Int> = []
        let rows = Int.random(in: 1...12, using: &random)
        for row in 0..<rows {
            let number = any(numbers)
            let upn = any([
                ImportFixture.amira, ImportFixture.ben, ImportFixture.zoe, ImportFixture.jan, UPNs.text(80), "A000", "",
            ])
            let cells = columns.map { _ in any(values) }
            let tooMany = row > 0 && Int.random(in: 0..<20, using: &random) == 0 ? ",more,and more" : ""
            text += "\(number),\(upn),Ahmed,Amira,2014-11-01,\(cells.joined(separator: ","))\(tooMany)\n"
            if cells.contains(where: { !$0.isEmpty }) { lines.insert(row + 2) }
        }
        return (text, rows, lines)
    }

    @Test(arguments: [UInt64](1...80))
    func `Every line that says something has a line in the preview`(seed: UInt64) async throws {
        try await ImportFixture.with { fixture in
            // given
            let table = Self.table(seed)
            let before = try await fixture.dump()
            do {
                // when
                let preview = try await fixture.preview(table.text)
                // then
                let listed = Set(preview.items.map(\.line))
                #expect(table.lines.isSubset(of: listed), "\(table.text)")
                let byStatus = ImportStatus.allCases.reduce(0) { $0 + preview.count($1) }
                #expect(byStatus == preview.items.count)
                let ragged = preview.items.count { $0.status == .invalid && $0.pupilKey == nil }
                if !preview.shares.isEmpty {
                    #expect(preview.shares.reduce(0) { $0 + $1.lines } == table.rows - ragged)
                    let others = preview.shares.filter { $0.school?.id != 1 }.reduce(0) { $0 + $1.lines }
                    #expect(preview.count(.otherSchool) == others)
                }
                // and applying does what the preview says; a second time it changes nothing
                let outcome = try await fixture.apply(table.text)
                #expect(outcome.preview.lines == preview.lines)
                #expect(try await fixture.apply(table.text).batch == nil)
            } catch let error as TrackerError {
                #expect(error.message.contains("for another school"), "\(error.message)")
                #expect(try await fixture.dump() == before)
            }
        }
    }
}
