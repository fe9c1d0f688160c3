import Foundation
import Testing
import TextFiles

@testable import Spreadsheets

@Suite struct WorkbookWritingTests {
    static func workbook(_ table: Table, name: String = "Marks", title: String = "Marks") -> Workbook {
        Workbook(
            sheets: [WorkbookSheet(name: name, title: title, table: table, frozenColumns: 2)],
            about: WorkbookAbout(
                title: "End of Key Stage 2, 6 Kestrel", lines: [.init("School", "Example Primary School")],
                createdAt: 1_783_000_000))
    }

    @Test func `every kind of cell comes back as it is shown`() throws {
        // given
        let date = try #require(DateParts("2014-11-03"))
        let table = Table(
            headings: ["UPN", "Mark", "Average", "Share", "Born", "Note"],
            rows: [
                [
                    .text("A820200123456"), .integer(38), .decimal(104.5, places: 1), .percent(61.5, places: 1),
                    .date(date),
                ],
                [.text("B"), .integer(-3), .decimal(100, places: 1), .percent(100, places: 0), .empty, .text("97+")],
            ])
        // when
        let sheet = try WorkbookReader.read(try Self.workbook(table).bytes())
        // then
        #expect(sheet.headings == table.headings)
        #expect(sheet.rows[0].fields == ["A820200123456", "38", "104.5", "61.5%", "2014-11-03", ""])
        #expect(sheet.rows[1].fields == ["B", "-3", "100", "100%", "", "97+"])
        #expect(sheet.warnings.isEmpty)
        #expect(sheet.origin == .workbook(sheet: "Marks"))
    }

    @Test func `a long figure is shown with one decimal and stands whole in its cell`() throws {
        // given
        let table = Table(
            headings: ["percent", "score", "kept"],
            rows: [
                [
                    TableCell(figure: "68.51851851851852"), TableCell(figure: "104.25"),
                    TableCell(figure: "-1.2457912"),
                ]
            ])
        // when
        let bytes = try Self.workbook(table).bytes()
        // then
        let page = try Self.part("xl/worksheets/sheet1.xml", of: bytes)
        #expect(page.contains("<v>68.51851851851852</v>"))
        #expect(page.contains("<v>-1.2457912</v>"))
        let styles = try Self.part("xl/styles.xml", of: bytes)
        #expect(styles.contains("formatCode=\"0.0\""))
        #expect(!styles.contains("0.0000"))
        #expect(table.rows[0][0].text == "68.518518519")
    }

    private static func part(_ name: String, of bytes: [UInt8]) throws -> String {
        let archive = try ZipArchive(bytes, limits: WorkbookLimits())
        var part: [UInt8] = []
        try archive.read(name) {
            part += $0
            return true
        }
        return String(decoding: part, as: UTF8.self)
    }

    @Test(arguments: [
        "=1+1", "+44 20", "-cmd", "@SUM(A1)", "\t=1", "http://example.org", "{=1}", "'=1", "38", "1e5", " x ",
    ])
    func `a text stays a text whatever it looks like`(text: String) throws {
        // given
        let table = Table(headings: ["Name"], rows: [[.text(text)]])
        // when
        let bytes = try Self.workbook(table).bytes()
        // then
        #expect(try WorkbookReader.read(bytes).rows[0].fields == [text])
        let xml = try Self.part("xl/worksheets/sheet1.xml", of: bytes)
        #expect(!xml.contains("<f>"))
        #expect(!xml.contains("hyperlink"))
        #expect(xml.contains("inlineStr"))
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `what is written reads back the same, as a workbook and as CSV`(seed: UInt64) throws {
        // given
        var random = SplitMix(seed: seed)
        let alphabet = [
            "a", "Z", "1", "\"", ",", ";", "\t", "\n", "\r", " ", "ë", "😀", "'", "=", "+", "-", "@", "\u{A0}", "&", "<",
            "_x0041_", "_",
            "]]>",
        ]
        let columns = Int.random(in: 1...6, using: &random)
        let table = Table(
            headings: (0..<columns).map { "h\($0)" },
            rows: (0..<Int.random(in: 0...30, using: &random)).map { _ in
                (0..<columns).map { column in
                    switch column == 0 ? 3 : Int.random(in: 0...4, using: &random) {
                    case 0: .empty
                    case 1: .integer(Int.random(in: -1_000_000_000...1_000_000_000, using: &random))
                    case 2:
                        DateParts(
                            "\(Int.random(in: 1950...2050, using: &random))-02-\(Int.random(in: 10...28, using: &random))"
                        ).map(TableCell.date) ?? .empty
                    default:
                        // A row of blanks alone is a blank row by definition.
                        .text(
                            (column == 0 ? "k" : "")
                                + (0..<Int.random(in: 0...8, using: &random)).map { _ in
                                    alphabet.randomElement(using: &random) ?? ""
                                }.joined())
                    }
                }
            })
        let expected = table.rows.map { $0.map(\.text) }
        // when
        let workbook = try WorkbookReader.read(try Self.workbook(table).bytes())
        let csv = try Spreadsheet.read(table.csv())
        // then
        #expect(workbook.headings == table.headings)
        #expect(workbook.rows.map(\.fields) == expected)
        #expect(csv.rows.map(\.fields) == expected)
    }

    @Test func `the same workbook gives the same bytes`() throws {
        // given
        let table = Table(headings: ["a", "b"], rows: [[.text("x"), .integer(1)]])
        // when
        let first = try Self.workbook(table).bytes()
        Thread.sleep(forTimeInterval: 2.1)
        let second = try Self.workbook(table).bytes()
        // then
        #expect(first == second)
    }

    @Test func `characters that XML does not have survive`() throws {
        // given
        let text = "a\u{0}b\u{1}c\u{1F}d\r\ne\u{FFFF}_x000D_"
        // when
        let sheet = try WorkbookReader.read(
            try Self.workbook(Table(headings: ["Text"], rows: [[.text(text)]])).bytes())
        // then
        #expect(sheet.rows[0].fields == [text])
    }

    @Test func `a text too long for a cell is refused, not cut`() throws {
        // given
        let table = Table(headings: ["a", "b"], rows: [[.text("x"), .text(String(repeating: "y", count: 32_768))]])
        // then
        #expect(throws: WorkbookWriteError.textTooLong(sheet: "Marks", cell: "B2", limit: 32_767)) {
            // when
            try Self.workbook(table).bytes()
        }
    }

    @Test(arguments: [
        ("Year 6: [A/B]?", "Year 6   A B"), ("History", "Sheet"), ("", "Sheet"),
        (String(repeating: "x", count: 40), String(repeating: "x", count: 31)),
        ("About this file", "About this file (2)"),
        ("'6 Kestrel'", "6 Kestrel"),
    ])
    func `tabs get names that Excel takes`(wanted: String, written: String) throws {
        // when
        let sheet = try WorkbookReader.read(
            try Self.workbook(Table(headings: ["a"], rows: [[.text("x")]]), name: wanted, title: "A & B %&P").bytes())
        // then
        #expect(sheet.origin == .workbook(sheet: written))
    }

    @Test func `no temporary file stays behind`() throws {
        // given
        func folders() throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: NSTemporaryDirectory()).filter {
                $0.hasPrefix("leadline-xlsx-")
            }
        }
        // when
        _ = try Self.workbook(Table(headings: ["a"], rows: [[.text("left-behind")]])).bytes()
        // then
        // Other tests write at the same moment; theirs go as well.
        Thread.sleep(forTimeInterval: 0.2)
        #expect(try folders().count < 20)
    }
}
