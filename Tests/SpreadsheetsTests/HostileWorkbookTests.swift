import Foundation
import Testing

@testable import Spreadsheets

@Suite struct HostileWorkbookTests {
    private func message(_ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()) -> String {
        do throws(WorkbookError) {
            _ = try WorkbookReader.read(bytes, limits: limits)
            return "taken"
        } catch { return error.message }
    }

    @Test func `a part that unpacks to a thousand times its size is refused early`() throws {
        // given
        let path = try WorkbookReadingTests.sample("bomb.xlsx")
        // then
        #expect(throws: WorkbookError.tooDense(part: "xl/worksheets/sheet1.xml")) {
            try WorkbookReader.read(path: path)
        }
        #expect(throws: WorkbookError.tooLarge(megabytes: 1)) {
            try WorkbookReader.read(path: path, limits: WorkbookLimits(unpackedBytes: 1 << 20))
        }
    }

    @Test func `a million empty rows cost nothing and are no rows`() throws {
        // given
        let rows =
            "<row r=\"1\">\(ZipMaker.cell("A1", "UPN"))</row>"
            + (2...1_000_000).map { "<row r=\"\($0)\"/>" }.joined()
            + "<row r=\"1000001\">\(ZipMaker.cell("A1000001", "x"))</row>"
        // when
        let sheet = try WorkbookReader.read(ZipMaker.workbook(rows))
        // then
        #expect(sheet.rows == [SheetRow(line: 1_000_001, fields: ["x"])])
        #expect(sheet.warnings.count <= 100)
    }

    @Test func `wide and sparse sheets do not fill the memory`() throws {
        // given
        let heading = (1...900).map { ZipMaker.cell(CellName.name(row: 1, column: $0), "h\($0)") }.joined()
        let rows = (2...7000).map { "<row r=\"\($0)\">\(ZipMaker.cell("A\($0)", "x"))</row>" }.joined()
        // then
        #expect(throws: WorkbookError.tooManyCells(limit: 5_000_000)) {
            try WorkbookReader.read(ZipMaker.workbook("<row r=\"1\">\(heading)</row>\(rows)"))
        }
    }

    @Test func `a document type and entities are refused`() {
        // given
        let attack =
            "<!DOCTYPE worksheet [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row></sheetData></worksheet>"
        // then
        #expect(
            message(ZipMaker.workbook("", changing: ["xl/worksheets/sheet1.xml": attack])).contains("document type"))
        #expect(message(ZipMaker.workbook("<row>\(ZipMaker.cell("A1", "&evil;"))</row>")).contains("broken"))
    }

    @Test(arguments: ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
    func `a missing part is named`(part: String) {
        #expect(message(ZipMaker.workbook("", changing: [part: nil])).contains("“\(part)” is missing"))
    }

    @Test func `relationships that lead nowhere are refused`() {
        // given
        let link = { (target: String, mode: String) in
            "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"\(target)\" \(mode)/></Relationships>"
        }
        // then
        for (target, mode) in [
            ("worksheets/none.xml", ""), ("../../../../etc/passwd", ""),
            ("file:///etc/passwd", "TargetMode=\"External\""),
        ] {
            let bytes = ZipMaker.workbook("", changing: ["xl/_rels/workbook.xml.rels": link(target, mode)])
            #expect(message(bytes).hasPrefix("The workbook is damaged"))
        }
        #expect(
            message(ZipMaker.workbook("", changing: ["xl/_rels/workbook.xml.rels": nil])).contains("has no content"))
    }

    @Test func `cells out of order, out of the sheet or pointing at nothing are refused`() {
        for row in [
            "<row r=\"2\"/><row r=\"1\"/>", "<row r=\"1048577\"/>", "<row r=\"0\"/>", "<row r=\"-5\"/>",
            "<row r=\"99999999999999999999\"/><row r=\"x\"/><row r=\"1\"/>",
            "<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>", "<row r=\"1\"><c r=\"A2\"/></row>",
            "<row r=\"1\"><c r=\"ZZZZ1\"/></row>", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c></row>",
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>", "<row><c><v>1</v></c>",
        ] {
            #expect(message(ZipMaker.workbook(row)).hasPrefix("The workbook is damaged"), "\(row)")
        }
    }

    @Test func `files that are no workbook are refused in words`() throws {
        // given
        func zip(_ names: String...) -> [UInt8] { ZipMaker.zip(names.map { ($0, Array("<x/>".utf8)) }) }
        let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600)
        let encrypted = compound + "EncryptedPackage".utf8.flatMap { [$0, 0] }
        // then
        #expect(message(encrypted).contains("protected by a password"))
        #expect(message(compound).contains("an old Excel file (.xls)"))
        #expect(message(compound).contains("save it as .xlsx or CSV"))
        #expect(message(zip("mimetype", "content.xml")).contains("OpenDocument"))
        #expect(message(zip("[Content_Types].xml", "xl/workbook.bin")).contains(".xlsb"))
        #expect(message(zip("[Content_Types].xml", "word/document.xml")).contains("Word document"))
        #expect(message(zip("a.csv", "b.csv")).contains("is a zip"))
        #expect(message([0x50, 0x4B, 3, 4] + Array(repeating: 7, count: 500)).hasPrefix("The workbook is damaged"))
        #expect(message(ZipMaker.workbook("")).contains("no sheet with anything on it"))
    }

    @Test func `a workbook cut off or changed anywhere never crashes the reader`() throws {
        // given
        let table = Table(headings: ["UPN", "Mark"], rows: (0..<20).map { [.text("p\($0)"), .integer($0)] })
        let whole = try WorkbookWritingTests.workbook(table).bytes()
        var random = SplitMix(seed: 7)
        // when
        for _ in 0..<300 {
            var bytes = whole
            if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random)) }
            for _ in 0..<Int.random(in: 0...8, using: &random) where !bytes.isEmpty {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            // then
            _ = message(bytes)
        }
    }

    @Test func `texts and columns beyond the limits are named`() {
        // given
        let long = String(repeating: "x", count: 70_000)
        // then
        #expect(message(ZipMaker.workbook("<row r=\"7\">\(ZipMaker.cell("D7", long))</row>")).contains("cell D7"))
        #expect(message(ZipMaker.workbook("<row r=\"7\">\(ZipMaker.cell("ALM7", "x"))</row>")).contains("Row 7"))
        var limits = WorkbookLimits()
        limits.sharedTextBytes = 10
        #expect(message(ZipMaker.workbook(""), limits: limits).contains("smaller"))
    }
}
