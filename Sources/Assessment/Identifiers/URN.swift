/// A school's unique reference number: six digits.
public struct URN: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    public init(_ text: String) throws(IdentifierError) {
        let trimmed = trimBlanks(text)
        guard trimmed.utf8.count == 6, trimmed.utf8.allSatisfy(isASCIIDigit) else { throw .urn(text) }
        self.text = trimmed
    }

    public var description: String { text }
}
