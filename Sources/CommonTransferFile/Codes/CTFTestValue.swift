/// What the value of a key stage 2 test record can be, before that year's conversion table is asked.
public enum CTFTestValue: Sendable, Hashable {
    /// Letters, in upper case: `AS`, `NS`, `N`, `A`, `B` ...
    case outcome(String)
    /// A whole number: a raw mark or a scaled score. Two numbers of one subject are told apart by that year's table.
    case number(Int)
    /// A scaled score with special consideration, `97+`.
    case specialConsideration(Int)
    /// Neither letters nor a whole number of up to three digits.
    case unreadable(String)

    /// Sorts the text of a `Result` element.
    public init(_ text: String) {
        let value = text.uppercased()
        if let number = Self.number(value.utf8) {
            self = .number(number)
        } else if value.utf8.last == 0x2B, let number = Self.number(value.utf8.dropLast()) {
            self = .specialConsideration(number)
        } else if 1...3 ~= value.utf8.count, value.utf8.allSatisfy({ 0x41...0x5A ~= $0 }) {
            self = .outcome(value)
        } else {
            self = .unreadable(text)
        }
    }

    private static func number(_ digits: some Collection<UInt8>) -> Int? {
        guard 1...3 ~= digits.count, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
