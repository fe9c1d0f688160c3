import Testing
import TextFiles

@testable import Spreadsheets

@Suite struct ReadingTests {
    @Test
    func `a plain file gives headings and rows with their lines`() throws {
        // given
        let text = "UPN, Surname ,Mark\r\nA1,O'Neill,38\r\n\"B2\",\"Smith, \"\"Jo\"\"\",\r\n"
        // when
        let sheet = try Spreadsheet.read(text: text)
        // then
        #expect(sheet.headings == ["UPN", "Surname", "Mark"])
        #expect(sheet.delimiter == .comma)
        #expect(sheet.encoding == .utf8)
        #expect(sheet.rows.map(\.line) == [2, 3])
        #expect(sheet.rows.map(\.fields) == [["A1", "O'Neill", "38"], ["B2", "Smith, \"Jo\"", ""]])
        #expect(sheet.warnings.isEmpty)
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `every kind of line end counts once, inside quotation marks too`(end: String) throws {
        let sheet = try Spreadsheet.read(
            text: ["a,b", "1,\"x", "", "y\"", "2,z", "3,\"\(end)\""].joined(separator: end) + end)
        #expect(sheet.rows.map(\.line) == [2, 5, 6])
        #expect(sheet.rows[0].fields[1] == "x\(end)\(end)y")
        #expect(sheet.rows[2].fields[1] == end)
    }

    @Test
    func `the delimiter is the one of the heading line, outside quotation marks`() throws {
        let cases: [(String, Delimiter, Int)] = [
            ("a,b,c\n1,2,3", .comma, 3),
            ("a;b;c\n1,0;2;3", .semicolon, 3),
            ("a\tb\tc\n1,2\t;\t3", .tab, 3),
            ("\"a;x;y;z\",b\n1,2", .comma, 2),
            ("only\n1,5".replacing(",", with: ""), .comma, 1),
            ("\n\n a;b\n1;2", .semicolon, 2),
        ]
        for (text, delimiter, columns) in cases {
            let sheet = try Spreadsheet.read(text: text)
            #expect(sheet.delimiter == delimiter, "\(text)")
            #expect(sheet.headings.count == columns, "\(text)")
            #expect(sheet.rows.count == 1)
        }
    }

    @Test
    func `whatever is wrong is refused with its line and column`() {
        let cases: [(String, SpreadsheetError)] = [
            ("", .unreadable(.empty)),
            ("\n \r\n,,\n", .noHeadings),
            ("a,b\n1,\"x\n2,y\n", .unterminatedQuote(line: 2, column: 2)),
            ("a,b\n\"p\nq\",\"", .unterminatedQuote(line: 3, column: 2)),
            ("a,b\n1,\"x\"y\n", .textAfterQuote(line: 2, column: 2)),
            ("a,b\n\"x\" ,2\n", .textAfterQuote(line: 2, column: 1)),
            ("a,b\n1,2\n1,2,3\n", .raggedRow(line: 3, expected: 2, found: 3)),
            ("a,b\n1,2\n\n7\n", .raggedRow(line: 4, expected: 2, found: 1)),
            ("a,b,a \n1,2,3\n", .duplicateHeading(heading: "a", columns: [1, 3])),
            ("a,,c\n1,,3\n1,2,3\n", .emptyHeading(line: 3, column: 2)),
        ]
        for (text, expected) in cases {
            #expect(throws: expected, "\(text)") { try Spreadsheet.read(text: text) }
            #expect(expected.message.hasSuffix("."))
        }
    }

    @Test
    func `limits are held`() {
        let cases: [(String, SpreadsheetLimits, SpreadsheetError)] = [
            ("a\n1\n2\n3", SpreadsheetLimits(rows: 2), .tooManyRows(limit: 2)),
            ("a,b,c\n1,2,3", SpreadsheetLimits(columns: 2), .tooManyColumns(line: 1, limit: 2)),
            ("a,b\n1,12345", SpreadsheetLimits(fieldBytes: 4), .fieldTooLong(line: 2, column: 2, limit: 4)),
            ("a,b\n1,\"12345\"", SpreadsheetLimits(fieldBytes: 4), .fieldTooLong(line: 2, column: 2, limit: 4)),
            ("a\n1", SpreadsheetLimits(bytes: 2), .unreadable(.tooLarge(limit: 2))),
        ]
        for (text, limits, expected) in cases {
            #expect(throws: expected) { try Spreadsheet.read(text: text, limits: limits) }
        }
    }

    @Test
    func `an unclosed quotation mark in a long file stops at the field limit`() {
        let text = "a,b\n1,\"" + String(repeating: "x,y\n", count: 100_000)
        #expect(throws: SpreadsheetError.fieldTooLong(line: 2, column: 2, limit: 65_536)) {
            try Spreadsheet.read(text: text)
        }
    }

    @Test
    func `ragged rows can be set aside and are all listed`() throws {
        let sheet = try Spreadsheet.read(text: "a,b\n1\n1,2\n1,2,3\n", raggedRows: .setAside)
        #expect(sheet.rows.map(\.fields) == [["1", "2"]])
        #expect(
            sheet.raggedRows == [
                RaggedRow(line: 2, expected: 2, fields: ["1"]),
                RaggedRow(line: 4, expected: 2, fields: ["1", "2", "3"]),
            ])
        #expect(sheet.raggedRows[0].message.contains("Line 2 must have 2 values"))
    }

    @Test
    func `blank lines at the end are no loss, one between rows is said`() throws {
        let sheet = try Spreadsheet.read(text: "a,b\n1,2\n\n ,\n3,4\n\n,,,,\n  \n")
        #expect(sheet.rows.map(\.fields) == [["1", "2"], ["3", "4"]])
        #expect(sheet.warnings == [.blankRow(line: 3), .blankRow(line: 4)])
    }

    @Test
    func `no-break and other spaces alone are a blank line and no heading, and no value where there is no heading`()
        throws
    {
        let sheet = try Spreadsheet.read(text: "\u{200A},\u{A0}\n'\t\na,\u{A0}\n1,\u{A0}\n\u{A0},\u{3000}\n2,\n")
        #expect(sheet.headings == ["a", ""])
        #expect(sheet.headingLine == 3)
        #expect(sheet.rows.map(\.line) == [4, 6])
        #expect(sheet.warnings == [.blankRow(line: 5)])
        #expect(throws: SpreadsheetError.noHeadings) { try Spreadsheet.read(text: "\u{A0},\u{A0}\n") }
    }

    @Test
    func `a file with headings only has no rows, with or without a line end`() throws {
        #expect(try Spreadsheet.read(text: "a,b").rows.isEmpty)
        #expect(try Spreadsheet.read(text: "a,b\n").rows.isEmpty)
    }

    @Test
    func `Windows-1252 is read with a warning, UTF-16 without`() throws {
        let old = try Spreadsheet.read([0x6E, 0x0A, 0x5A, 0x6F, 0xEB])
        #expect(old.rows[0].fields == ["Zoë"])
        #expect(old.warnings == [.readAsWindows1252])
        let wide = try Spreadsheet.read(
            [0xFF, 0xFE] + "n;m\nZoë;1".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        #expect(wide.rows[0].fields == ["Zoë", "1"])
        #expect(wide.encoding == .utf16LittleEndian)
        #expect(wide.warnings.isEmpty)
        #expect(throws: SpreadsheetError.unreadable(.nulByte(offset: 3))) {
            try Spreadsheet.read(Array("a,b\u{0}\n1,2\n3,4,5,6,7".utf8))
        }
    }

    @Test(arguments: 1...40)
    func `where a file is cut into pieces changes nothing`(size: Int) throws {
        // given
        let text = "a,\"b\"\"\"\r\n\"x\r\ny\",ë\"1\r\n\"\",\"\"\r\n1,\"z\"\"\"\r\nü,\"é\n\"\r\n"
        let whole = try Spreadsheet.read(text: text)
        // when
        var reader = try SheetReader(
            TextInput(Array(text.utf8)), limits: SpreadsheetLimits(), raggedRows: .refuse, chunkSize: size)
        var rows: [SheetRow] = []
        while let row = try reader.next() { rows.append(row) }
        // then
        #expect(rows == whole.rows)
        #expect(reader.headings == ["a", "b\""])
        #expect(rows.count == 3)
    }

    @Test
    func `the scanner itself gives the same rows for one byte at a time`() throws {
        let text = "p,q\r\n\"x\r\ny\"\"\",ë\r1,\r\r\n\"\",\"é\"\n"
        var whole: [RawRow] = []
        var scanner = RowScanner(delimiter: .comma, limits: SpreadsheetLimits())
        try scanner.scan(Array(text.utf8), rows: &whole)
        try scanner.finish(rows: &whole)
        var pieces: [RawRow] = []
        scanner = RowScanner(delimiter: .comma, limits: SpreadsheetLimits())
        for byte in text.utf8 { try scanner.scan([byte], rows: &pieces) }
        try scanner.finish(rows: &pieces)
        #expect(whole.map { $0.fields() } == pieces.map { $0.fields() })
        #expect(whole.map(\.line) == pieces.map(\.line))
        #expect(whole.map(\.line) == [1, 2, 4, 5, 6])
    }
}
