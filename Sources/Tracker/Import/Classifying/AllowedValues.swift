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
        if isOpen || codes.contains(text.uppercased()) { return true }
        guard let range, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int(text) else { return false }
        return range.contains(number)
    }
}
