import Testing

@testable import Forms
@testable import WebServer

struct MultipartParserTests {
    private static let type = "multipart/form-data; boundary=\(MultipartBody.boundary)"

    /// Everything that the parser finds, the pieces of data joined.
    private func events(_ body: [UInt8], pieces: [Int] = []) throws -> [String] {
        var parser = try MultipartParser(contentType: Self.type)
        var found: [String] = []
        var data: [UInt8] = []
        var rest = body[...]
        for length in pieces + [body.count] {
            try parser.feed(rest.prefix(length)) { event in
                switch event {
                case .begin(let name, let fileName): found.append("begin \(name) \(fileName ?? "-")")
                case .data(let bytes): data += bytes
                case .end:
                    found.append("data \(String(decoding: data, as: UTF8.self))")
                    data = []
                case .finish: found.append("finish")
                }
            }
            rest = rest.dropFirst(length)
        }
        return found
    }

    private var body: [UInt8] {
        MultipartBody.bytes(
            fields: [("_csrf", "secret"), ("empty", "")],
            files: [("a.csv", Array("UPN,SURNAME\r\n--x\r\n".utf8)), ("empty.csv", [])])
    }

    private let expected = [
        "begin _csrf -", "data secret", "begin empty -", "data ", "begin file a.csv", "data UPN,SURNAME\r\n--x\r\n",
        "begin file empty.csv", "data ", "finish",
    ]

    @Test func `A form is taken apart into its fields and files`() throws {
        #expect(try events(body) == expected)
    }

    @Test func `A body may be cut at any place`() throws {
        for place in 1..<body.count { #expect(try events(body, pieces: [place]) == expected, "cut at \(place)") }
        #expect(try events(body, pieces: Array(repeating: 1, count: body.count)) == expected)
    }

    @Test func `Data that looks like the beginning of a boundary is data`() throws {
        // given
        let data = "\r\n--\(MultipartBody.boundary.dropLast())!\r\n-\r\n--"

        // when
        let found = try events(MultipartBody.bytes(fields: [], files: [("x", Array(data.utf8))]))

        // then
        #expect(found == ["begin file x", "data \(data)", "finish"])
    }

    @Test func `A body that ends in the middle is not finished`() throws {
        for length in [0, 10, body.count / 2, body.count - 6] {
            var parser = try MultipartParser(contentType: Self.type)
            try parser.feed(body.prefix(length)) { _ in }
            #expect(!parser.isFinished)
        }
    }

    @Test func `A head without end is refused before it fills the memory`() throws {
        // given
        let start = "--\(MultipartBody.boundary)\r\nContent-Disposition: form-data; name=\""
        var parser = try MultipartParser(contentType: Self.type)

        // when, then
        #expect(throws: FormError.malformed("a part’s head is too long")) {
            try parser.feed(Array((start + String(repeating: "x", count: 20_000)).utf8)) { _ in }
        }
    }

    @Test func `A part without a name is refused`() throws {
        let text = "--\(MultipartBody.boundary)\r\nContent-Disposition: form-data\r\n\r\nx\r\n"
        #expect(throws: FormError.malformed("a part has no name")) { try events(Array(text.utf8)) }
    }

    @Test func `Too many parts are refused`() throws {
        let fields = (0..<65).map { ("field\($0)", "") }
        #expect(throws: FormError.self) { try events(MultipartBody.bytes(fields: fields, files: [])) }
    }

    @Test(arguments: [
        "text/plain", "multipart/form-data", "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\(String(repeating: "x", count: 71))",
    ])
    func `A content type without a usable boundary is no form`(type: String) {
        #expect(throws: FormError.notAForm) { try MultipartParser(contentType: type) }
    }

    @Test(arguments: [
        ("form-data; name=\"a\"; filename=\"b c.csv\"", "filename", "b c.csv"),
        ("form-data; name=\"a\"; filename=\"say %22hi%22.csv\"", "filename", "say \"hi\".csv"),
        ("form-data; name=plain", "name", "plain"), ("form-data;name=\"tight\"", "name", "tight"),
        ("form-data; filename=\"name=x\"; name=\"y\"", "name", "y"),
        ("form-data; filename=\"a; name=z\"; name=\"y\"", "name", "y"),
    ])
    func `A head’s parameters are read, quoted or not`(head: String, name: String, value: String) {
        #expect(MultipartParser.parameter(name, in: head) == value)
    }
}
