import Assessment
import Testing

@Suite struct UPNTests {
    static let valid = ["H801200001001", "F820999119001", "V820999119002"]

    @Test("UPNs with the right check letter are taken, in either case and with blanks around", arguments: valid)
    func isTaken(_ text: String) throws {
        // given
        let typed = "  \(text.lowercased())\u{A0}"
        // when
        let upn = try UPN(typed)
        // then
        #expect(upn.text == text)
        #expect(!upn.isTemporary)
        #expect(UPN.checkLetter(for: String(text.dropFirst())) == text.first)
    }

    @Test("every change of one digit is caught by the check letter", arguments: valid)
    func oneDigitChanged(_ text: String) {
        // given
        let characters = Array(text)
        for place in 1..<13 {
            for digit in "0123456789" where digit != characters[place] {
                // when
                var changed = characters
                changed[place] = digit
                // then: position times difference is never a multiple of 23, a prime above both
                #expect(throws: IdentifierError.self) { try UPN(String(changed)) }
            }
        }
    }

    @Test("every other first letter is refused, and the message names the right one", arguments: valid)
    func otherLetter(_ text: String) {
        for letter in "ABCDEFGHJKLMNPQRTUVWXYZ" where letter != text.first {
            // when
            let typed = String(letter) + text.dropFirst()
            // then
            #expect(throws: IdentifierError.upnCheckLetter(typed, expected: text.first ?? "?")) { try UPN(typed) }
        }
    }

    @Test("two neighbouring digits changed round are caught unless they are the same", arguments: valid)
    func transposed(_ text: String) {
        let characters = Array(text)
        for place in 1..<12 where characters[place] != characters[place + 1] {
            var changed = characters
            changed.swapAt(place, place + 1)
            #expect(throws: IdentifierError.self) { try UPN(String(changed)) }
        }
    }

    @Test("a temporary UPN ends in a letter that counts by its value")
    func temporary() throws {
        // given: the sum of 8*2 + 2*3 + 0*4 + 9*5 + 9*6 + 9*7 + 1*8 + 1*9 + 9*10 + 0*11 + 0*12 and B (1) * 13
        let sum = 16 + 6 + 0 + 45 + 54 + 63 + 8 + 9 + 90 + 0 + 0 + 13
        let letter = Array("ABCDEFGHJKLMNPQRTUVWXYZ")[sum % 23]
        // when
        let upn = try UPN("\(letter)82099911900B")
        // then
        #expect(upn.isTemporary)
        #expect(UPN.checkLetter(for: "82099911900B") == letter)
    }

    @Test(
        "text of another form is refused",
        arguments: [
            "", " ", "H80120000100", "H8012000010011", "8801200001001", "I801200001001", "O801200001001",
            "S801200001001",
            "H80120000100I", "H80120000100S", "HH01200001001", "H801200A01001", "H８01200001001", "H801 200001001",
            "Ｈ801200001001", "H801200001001\u{301}",
        ])
    func form(_ text: String) {
        #expect(throws: IdentifierError.upnForm(text)) { try UPN(text) }
    }

    @Test("check letters are only worked out of twelve characters of the right form")
    func checkLetterForm() {
        #expect(UPN.checkLetter(for: "80120000100") == nil)
        #expect(UPN.checkLetter(for: "8012000010011") == nil)
        #expect(UPN.checkLetter(for: "80120000A001") == nil)
        #expect(UPN.checkLetter(for: "80120000100S") == nil)
    }
}
