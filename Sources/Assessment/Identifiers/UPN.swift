/// A unique pupil number: 13 characters `c LLL EEEE YY SSS`, whose first is a check letter.
///
/// Source: DfE, *Unique pupil numbers (UPNs): a guide for schools*, check letter by characters 2-13 times their
/// position, modulo 23. A UPN can change during a pupil's school life; former ones are kept with the pupil.
public struct UPN: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// 13 upper-case ASCII characters, check letter valid.
    public let text: String

    /// The 23 letters in order of their value: no I, O or S.
    static let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ".utf8)

    /// Takes 13 characters in either case, with blanks around them.
    public init(_ text: String) throws(IdentifierError) {
        let upper = trimBlanks(text).uppercased()
        let characters = Array(upper.utf8)
        guard characters.count == 13, Self.letters.contains(characters[0]),
            characters[1...11].allSatisfy(isASCIIDigit),
            isASCIIDigit(characters[12]) || Self.letters.contains(characters[12]),
            let expected = Self.checkLetter(characters.dropFirst())
        else { throw .upnForm(text) }
        guard expected == characters[0] else {
            throw .upnCheckLetter(upper, expected: Character(Unicode.Scalar(expected)))
        }
        self.text = upper
    }

    /// Whether its last character is a letter: given until the pupil's permanent UPN is known.
    public var isTemporary: Bool { text.utf8.last.map { !isASCIIDigit($0) } ?? false }

    public var description: String { text }

    /// The check letter that belongs in front of characters 2 to 13.
    ///
    /// - Parameter twelve: eleven digits and then a digit, or a letter for a temporary UPN.
    /// - Returns: nil when `twelve` has another form.
    public static func checkLetter(for twelve: String) -> Character? {
        checkLetter(Array(twelve.utf8)[...]).map { Character(Unicode.Scalar($0)) }
    }

    private static func checkLetter(_ twelve: ArraySlice<UInt8>) -> UInt8? {
        guard twelve.count == 12 else { return nil }
        var sum = 0
        for (offset, character) in twelve.enumerated() {
            let value: Int
            if isASCIIDigit(character) {
                value = Int(character) - 48
            } else if offset == 11, let letter = letters.firstIndex(of: character) {
                value = letter
            } else {
                return nil
            }
            sum += value * (offset + 2)
        }
        return letters[sum % 23]
    }

    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension UPN: Codable {
    public init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
