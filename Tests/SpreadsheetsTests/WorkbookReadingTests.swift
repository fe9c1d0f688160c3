import Foundation
import Testing

@testable import Spreadsheets

@Suite struct WorkbookReadingTests {
    static func sample(_ name: String) throws -> String {
        try #require(Bundle.module.path(forResource: name, ofType: nil, inDirectory: "Samples"))
    }

    @Test func `a workbook of openpyxl is read as a person sees it`() throws {
        // when
        let sheet = try WorkbookReader.read(path: try Self.sample("openpyxl-marks.xlsx"))
        // then
        #expect(sheet.origin == .workbook(sheet: "Marks R&D"))
        #expect(sheet.headings.count == 10)
        #expect(
            sheet.rows.map(\.fields) == [
                [
                    "A820200123456", "O’Brien", "Siân", "2014-11-03", "38", "45%", "007", "TRUE", "",
                    "2026-05-14 09:30:00",
                ],
                ["B820200123456", "=2+3", " Zoë ", "2015-02-28", "38", "50%", "012", "FALSE", "", ""],
                [
                    "C820200123456", "Davies & Sons <x>", "line\nbreak", "03/11/2014", "0.3", "100%", "1234567", "", "",
                    "#N/A",
                ],
            ])
        #expect(sheet.rows.map(\.line) == [2, 3, 5])
        #expect(
            sheet.warnings == [
                .otherSheets(read: "Marks R&D", others: ["Lists", "Notes"]), .formulaWithoutValue(cell: "I2"),
                .blankRow(line: 4, isRow: true), .mergedCells(["H5:I5"]),
            ])
    }

    @Test func `inline texts, unnamed cells, prefixes and dates from 1904 are understood`() throws {
        // when
        let sheet = try WorkbookReader.read(path: try Self.sample("inline-1904.xlsx"))
        // then
        #expect(sheet.headings == ["Name", "Born", "Rich text"])
        #expect(sheet.headingLine == 2)
        #expect(sheet.rows.map(\.fields) == [["Ann & Bob", "2014-11-03", "2014-11-03 12:00:00"]])
    }

    @Test(arguments: [
        ("dd/mm/yyyy", NumberForm.date), ("mmm-yy", .date), ("h:mm", .time), ("[h]:mm:ss", .time),
        ("d/m/yy h:mm", .dateTime), ("0%", .percent), ("0.0%", .percent), ("000", .digits(3)), ("0", .general),
        ("General", .general), ("#,##0.00", .general), ("\"day \"0", .general), ("0\\d", .general),
        ("[Red]0", .general),
        ("0.00E+00", .general), ("[$-409]d-mmm-yy;@", .date),
    ])
    func `a format code says what a number means`(code: String, form: NumberForm) {
        #expect(NumberForm(code: code) == form)
    }

    @Test(arguments: [
        ("1", "1900-01-01"), ("59", "1900-02-28"), ("60", "1900-02-29"), ("61", "1900-03-01"), ("41946", "2014-11-03"),
        ("45350", "2024-02-28"), ("45351", "2024-02-29"), ("2958465", "9999-12-31"), ("2958466", "2958466"),
        ("-1", "-1"),
    ])
    func `days are counted as spreadsheet programs count them`(number: String, date: String) {
        #expect(NumberForm.date.text(number, countsFrom1904: false) == date)
    }

    @Test(arguments: [
        ("38.0", "38"), ("38", "38"), ("0.30000000000000004", "0.3"), ("-0", "0"), ("1E3", "1000"), ("x", "x"),
    ])
    func `numbers read as they are shown`(written: String, shown: String) {
        #expect(NumberForm.general.text(written, countsFrom1904: false) == shown)
    }

    @Test func `a value beyond the headings is refused, or set aside, by its cell`() throws {
        // given
        let bytes = ZipMaker.workbook(
            "<row r=\"1\">\(ZipMaker.cell("A1", "UPN"))</row><row r=\"7\">\(ZipMaker.cell("D7", "x"))</row>")
        // then
        #expect(throws: WorkbookError.emptyHeading(cell: "D7")) { try WorkbookReader.read(bytes) }
        let sheet = try WorkbookReader.read(bytes, raggedRows: .setAside)
        #expect(sheet.raggedRows.map(\.message) == [WorkbookError.emptyHeading(cell: "D7").message])
    }

    @Test func `the same heading twice is refused with both cells`() throws {
        // given
        let bytes = ZipMaker.workbook("<row r=\"2\">\(ZipMaker.cell("B2", "UPN"))\(ZipMaker.cell("D2", "UPN"))</row>")
        // then
        #expect(throws: WorkbookError.duplicateHeading(heading: "UPN", cells: ["B2", "D2"])) {
            try WorkbookReader.read(bytes)
        }
    }

    @Test func `names of cells go both ways`() {
        for column in [1, 26, 27, 52, 702, 703, 16_384] {
            let name = CellName.name(row: 1_048_576, column: column)
            #expect(CellName.parse(name.utf8)?.column == column)
        }
        #expect(CellName.name(row: 7, column: 4) == "D7")
        #expect(CellName.parse("XFE1".utf8) == nil)
        #expect(CellName.parse("A1048577".utf8) == nil)
        #expect(CellName.parse("7".utf8) == nil)
        #expect(CellName.parse("A".utf8) == nil)
    }
}
