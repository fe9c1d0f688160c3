import Spreadsheets
import Testing

private struct SinkIsFull: Error {}

@Suite struct WritingTests {
    @Test
    func `fields are quoted where they must be and only there`() {
        let bytes = CSVWriter.bytes(
            headings: ["a", "b c"], rows: [["x,y", "say \"hi\""], ["1\n2", "Zoë"], ["", " lead"], ["p;q", "t\tu"]])
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "a,b c\r\n\"x,y\",\"say \"\"hi\"\"\"\r\n\"1\n2\",Zoë\r\n,\" lead\"\r\n\"p;q\",\"t\tu\"\r\n")
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("@x", "'@x"), ("+44 1632", "'+44 1632"), ("-x", "'-x"), ("-", "'-"), ("-5", "-5"),
        ("+5", "+5"),
        ("-0.25", "-0.25"), ("-1.2.3", "'-1.2.3"), ("97+", "97+"), ("'a", "'a"), ("\tx", "\"'\tx\""),
        ("\rx", "\"'\rx\""),
        ("-5,=1", "\"'-5,=1\""), ("", "\"\""),
    ])
    func `text that a spreadsheet would run is guarded, numbers are not`(field: String, written: String) {
        #expect(String(decoding: CSVWriter.bytes(headings: [field], rows: []), as: UTF8.self) == "\(written)\r\n")
    }

    @Test
    func `the guard can be turned off and a byte order mark on`() {
        let bytes = CSVWriter.bytes(headings: ["=a"], rows: [], byteOrderMark: true, guardFormulas: false)
        #expect(bytes == [0xEF, 0xBB, 0xBF] + Array("=a\r\n".utf8))
    }

    @Test
    func `streaming gives the same bytes, in pieces, and hands on the sink's error`() throws {
        // given
        let rows = (0..<20_000).map { ["\($0)", "name \($0)"] }
        var streamed: [UInt8] = []
        var pieces = 0
        // when
        do {
            var writer = CSVWriter { bytes in
                streamed.append(contentsOf: bytes)
                pieces += 1
            }
            try writer.write(["a", "b"])
            for row in rows { try writer.write(row) }
            try writer.finish()
        }
        // then
        #expect(streamed == CSVWriter.bytes(headings: ["a", "b"], rows: rows))
        #expect(pieces > 1)
        #expect(throws: SinkIsFull.self) {
            var writer = CSVWriter { _ in throw SinkIsFull() }
            try writer.write(["a"])
            try writer.finish()
        }
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `what is written reads back the same`(seed: UInt64) throws {
        // given
        var random = SplitMix(seed: seed)
        let alphabet = ["a", "Z", "1", "\"", ",", ";", "\t", "\n", "\r", "\r\n", " ", "ë", "😀", "'", "=", "\u{A0}"]
        let columns = Int.random(in: 1...6, using: &random)
        let headings = (0..<columns).map { "h\($0)" }
        let rows = (0..<Int.random(in: 0...30, using: &random)).map { _ in
            // The first field is never blank: a row of blanks alone is a blank line by definition.
            (0..<columns).map { column in
                (column == 0 ? "k" : "")
                    + (0..<Int.random(in: 0...8, using: &random)).map { _ in
                        alphabet.randomElement(using: &random) ?? ""
                    }.joined()
            }
        }
        // when
        let bytes = CSVWriter.bytes(headings: headings, rows: rows)
        let sheet = try Spreadsheet.read(bytes)
        // then
        #expect(sheet.headings == headings)
        #expect(sheet.rows.map(\.fields) == rows)
    }
}
