import Foundation
import Testing
import TextFiles

/// Everything a file gives, as one text.
private func text(of bytes: [UInt8], size: Int = 131_072) throws -> (text: String, encoding: TextEncoding) {
    let input = TextInput(bytes)
    let facts = try input.recognise(maximumBytes: 1_000_000)
    var chunks = try TextChunks(input, facts: facts, size: size)
    var all: [UInt8] = []
    var piece: [UInt8] = []
    while try chunks.next(into: &piece) { all.append(contentsOf: piece) }
    #expect(chunks.bytesRead == bytes.count)
    return (String(decoding: all, as: UTF8.self), facts.encoding)
}

private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
        let high = UInt8(unit >> 8)
        let low = UInt8(unit & 0xFF)
        return bigEndian ? [high, low] : [low, high]
    }
}

private let sentence = "Zoë O’Neill, Łukasz – 数 😀 €5"

@Test(arguments: [1, 2, 3, 5, 131_072])
func `every encoding gives the same text, wherever its pieces end`(size: Int) throws {
    // given
    let files: [(TextEncoding, [UInt8])] = [
        (.utf8, Array(sentence.utf8)),
        (.utf8WithMark, [0xEF, 0xBB, 0xBF] + Array(sentence.utf8)),
        (.utf16LittleEndian, [0xFF, 0xFE] + utf16(sentence, bigEndian: false)),
        (.utf16BigEndian, [0xFE, 0xFF] + utf16(sentence, bigEndian: true)),
    ]
    for (encoding, bytes) in files {
        // when
        let read = try text(of: bytes, size: size)
        // then
        #expect(read.text == sentence)
        #expect(read.encoding == encoding)
    }
}

@Test(arguments: [true, false])
func `UTF-16 without a byte order mark is known by its zeros`(bigEndian: Bool) throws {
    let read = try text(of: utf16("UPN,Surname\nA123,Zoë", bigEndian: bigEndian))
    #expect(read.text == "UPN,Surname\nA123,Zoë")
    #expect(read.encoding == (bigEndian ? .utf16BigEndian : .utf16LittleEndian))
}

@Test
func `bytes that are not UTF-8 are Windows-1252`() throws {
    let read = try text(of: [0x5A, 0x6F, 0xEB, 0x20, 0x80, 0x35, 0x20, 0x92, 0x9F, 0xFF])
    #expect(read.text == "Zoë €5 ’Ÿÿ")
    #expect(read.encoding == .windows1252)
}

@Test
func `one accented letter far behind plain ASCII decides the encoding`() throws {
    let plain = [UInt8](repeating: 0x61, count: 300_001)
    #expect(try text(of: plain + [0xE9]).encoding == .windows1252)
    #expect(try text(of: plain + [0xC3, 0xA9]).encoding == .utf8)
    #expect(try text(of: plain + [0xC3]).encoding == .windows1252)
}

@Test(arguments: [
    [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
    [0xE2, 0x82],
    [0x80], [0xC3, 0x28],
])
func `overlong, surrogate, too large and broken sequences are not UTF-8`(bytes: [UInt8]) {
    let facts = try? TextInput([0x61] + bytes + [0x62]).recognise(maximumBytes: 100)
    #expect(facts?.encoding != .utf8)
}

@Test
func `files that are not text are refused with the reason`() {
    let cases: [([UInt8], TextFileError)] = [
        ([], .empty),
        ([0xEF, 0xBB, 0xBF], .empty),
        ([0xFF, 0xFE], .empty),
        ([0x61, 0x62, 0x00, 0x63, 0x64, 0x65, 0x66, 0x67], .nulByte(offset: 2)),
        ([0x61, 0xE9, 0x81], .unreadableByte(offset: 2, byte: 0x81)),
        ([0x50, 0x4B, 0x03, 0x04, 0x00], .notText(kind: "an Excel workbook or a zip file")),
        ([0x25, 0x50, 0x44, 0x46, 0x2D, 0x31], .notText(kind: "a PDF")),
        ([0xFF, 0xFE, 0x61], .brokenUTF16(offset: 2)),
        ([0xFF, 0xFE, 0x00, 0xDC], .brokenUTF16(offset: 2)),
        ([0xFF, 0xFE, 0x00, 0xD8, 0x61, 0x00], .brokenUTF16(offset: 4)),
        ([0xFF, 0xFE, 0x00, 0x00], .nulByte(offset: 2)),
    ]
    for (bytes, expected) in cases {
        #expect(throws: expected) { try text(of: bytes) }
        #expect(!expected.message.isEmpty)
    }
}

@Test
func `a file over the limit, missing, or a folder is refused`() throws {
    #expect(throws: TextFileError.tooLarge(limit: 9)) {
        try TextInput([UInt8](repeating: 0x61, count: 10)).recognise(maximumBytes: 9)
    }
    #expect(throws: TextFileError.cannotOpen(path: "/nowhere/at/all.csv")) {
        try TextInput(path: "/nowhere/at/all.csv").recognise(maximumBytes: 9)
    }
    #expect(throws: TextFileError.self) { try TextInput(path: "/").recognise(maximumBytes: 9) }
}

@Test
func `a file on disk reads as the same bytes in memory do`() throws {
    // given
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("textfiles-\(UUID().uuidString).txt")
    defer { try? FileManager.default.removeItem(at: url) }
    let bytes = Array(String(repeating: "Zoë,5\r\n", count: 50_000).utf8)
    try Data(bytes).write(to: url)
    // when
    let input = TextInput(path: url.path)
    let facts = try input.recognise(maximumBytes: 1_000_000)
    var chunks = try TextChunks(input, facts: facts)
    var all: [UInt8] = []
    var piece: [UInt8] = []
    while try chunks.next(into: &piece) { all.append(contentsOf: piece) }
    // then
    #expect(all == bytes)
    #expect(facts == TextFacts(encoding: .utf8, byteCount: bytes.count, isASCII: false))
}
