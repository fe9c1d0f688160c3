import Foundation
import Testing

@testable import Tracker

@Suite struct JSONBytesTests {
    @Test func `Every text of an import's JSON is read back as it was`() throws {
        // given: every control character, what JSON escapes, and letters of one to four bytes, alone and among others
        let characters = (0...0x7F).compactMap(Unicode.Scalar.init).map(String.init) + ["é", "’", "ø̈", "字", "🦊"]
        let texts = characters + characters.map { "ab\($0)c" } + [characters.joined(), "", "Siân O’Neil-Ölçer"]

        // when
        var json = JSONBytes()
        json.raw("[")
        for (index, text) in texts.enumerated() {
            if index > 0 { json.raw(",") }
            json.string(text)
        }
        json.raw("]")

        // then
        #expect(try JSONDecoder().decode([String].self, from: Data(json.bytes)) == texts)
    }

    @Test(arguments: [0, 7, 10, 199, 2026, 1_000_000, -1, -2026, Int.max, Int.min])
    func `A number is written in its digits`(number: Int) {
        // given
        var json = JSONBytes()
        json.raw("x")

        // when
        json.number(number)
        json.number(Int64(number))

        // then
        #expect(String(decoding: json.bytes, as: UTF8.self) == "x\(number)\(number)")
    }
}
