/// The values that the CTF code table lists for a tuple of codes, for assessments that are only kept: `0..25|A|L`, `1|2|A`.
struct AllowedValues {
    private var codes: Set<String> = []
    private var range: ClosedRange<Int>?
    /// The list is not complete.
    private var isOpen = false

    /// - Parameter list: as the table has it; remarks in brackets and a final `...` make the list open.
    init(_ list: String) {
        isOpen = list.contains("(") || list.hasSuffix("...")
        let plain = list.prefix { $0 != "(" }
        for part in plain.split(separator: "|") {
            let text = part.filter { !$0.isWhitespace }
            let bounds = text.split(separator: ".", omittingEmptySubsequences: true).compactMap { Int($0) }
            if bounds.count == 2, bounds[0] <= bounds[1], text.contains("..") {
                range = bounds[0]...bounds[1]
            } else {
                codes.insert(text.uppercased())
            }
        }
    }

    func contains(_ text: String) -> Bool {
        if isOpen || codes.contains(text) { return true }
        if let range, let number = Self.number(text) { return range.contains(number) }
        return codes.contains(text.uppercased())
    }

    /// Up to four ASCII digits.
    private static func number(_ text: String) -> Int? {
        guard (1...4).contains(text.utf8.count) else { return nil }
        var number = 0
        for byte in text.utf8 {
            guard 0x30...0x39 ~= byte else { return nil }
            number = number * 10 + Int(byte) - 0x30
        }
        return number
    }
}
