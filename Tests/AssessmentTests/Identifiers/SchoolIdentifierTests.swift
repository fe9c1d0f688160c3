import Assessment
import Foundation
import Testing

@Suite struct SchoolIdentifierTests {
    @Test(
        "a DfE number is taken with a stroke, a hyphen or neither",
        arguments: ["820/9991", "8209991", "820-9991", " 820/9991 "])
    func dfeNumber(_ text: String) throws {
        let number = try DfENumber(text)
        #expect(number.description == "820/9991")
        #expect(number.compact == "8209991")
        #expect(number.la == "820")
        #expect(number.establishment == "9991")
    }

    @Test("leading zeros stay")
    func leadingZeros() throws {
        #expect(try DfENumber("001/0020").description == "001/0020")
    }

    @Test(
        "anything else is refused as it was typed",
        arguments: [
            "", "820", "820/999", "820/99911", "82/09991", "8209/991", "/8209991", "8209991/", "820//9991", "82O/9991",
            "８20/9991", "820 / 9991", "820\\9991", "-820999",
        ])
    func notADfENumber(_ text: String) {
        #expect(throws: IdentifierError.dfeNumber(text)) { try DfENumber(text) }
    }

    @Test("DfE numbers sort by authority, then establishment")
    func order() throws {
        let numbers = try ["821/0001", "820/9991", "820/0001"].map { try DfENumber($0) }
        #expect(numbers.sorted().map(\.description) == ["820/0001", "820/9991", "821/0001"])
    }

    @Test("a URN is six digits", arguments: ["999991", " 999991\n", "000001"])
    func urn(_ text: String) throws {
        #expect(try URN(text).text == trimBlanks(text))
    }

    @Test("anything else is no URN", arguments: ["", "99999", "9999911", "99999A", "９99991"])
    func notAURN(_ text: String) {
        #expect(throws: IdentifierError.urn(text)) { try URN(text) }
    }

    @Test("identifiers keep their text in JSON and are checked when they are read")
    func coding() throws {
        // given
        let number = try DfENumber("820/9991")
        // when
        let data = try JSONEncoder().encode([number])
        // then
        #expect(try JSONDecoder().decode([DfENumber].self, from: data) == [number])
        #expect(throws: (any Error).self) { try JSONDecoder().decode([DfENumber].self, from: Data("[\"82\"]".utf8)) }
        #expect(throws: (any Error).self) {
            try JSONDecoder().decode([UPN].self, from: Data("[\"A801200001001\"]".utf8))
        }
    }

    @Test(
        "every message says what to enter",
        arguments: [
            IdentifierError.dfeNumber("x"), .urn("x"), .upnForm("x"), .upnCheckLetter("A801200001001", expected: "H"),
        ])
    func messages(_ problem: IdentifierError) {
        #expect(problem.message.contains("“"))
        #expect(problem.message.hasSuffix("."))
        #expect(["Enter", "must"].contains { problem.message.contains($0) })
    }
}
