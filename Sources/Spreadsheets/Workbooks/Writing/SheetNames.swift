/// Makes names that Excel takes for the tabs of a workbook.
struct SheetNames {
    private var taken: Set<String> = []

    /// The name without the characters that Excel refuses, at most 31 long, different from those before.
    mutating func name(_ wanted: String) -> String {
        let refused: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\"]
        let kept = wanted.map { refused.contains($0) || $0.isNewline || $0 == "\t" ? " " : $0 }
        var base = Blanks.trimmed(String(kept.filter { !$0.unicodeScalars.contains { $0.value < 0x20 } }))
        while base.hasPrefix("'") { base.removeFirst() }
        base = Self.cut(base, to: 31)
        while base.hasSuffix("'") { base.removeLast() }
        // Excel keeps “History” for itself.
        if base.isEmpty || base.lowercased() == "history" { base = "Sheet" }
        var name = base
        var number = 2
        while taken.contains(name.lowercased()) {
            let ending = " (\(number))"
            name = Self.cut(base, to: 31 - ending.utf16.count) + ending
            number += 1
        }
        taken.insert(name.lowercased())
        return name
    }

    /// Never in the middle of a character; Excel counts UTF-16.
    private static func cut(_ text: String, to length: Int) -> String {
        var text = text
        while text.utf16.count > length { text.removeLast() }
        return text
    }
}
