import Assessment

/// The cells of a text from the clipboard: what Excel, LibreOffice and Google Sheets write, or lines of a PDF.
struct PastedText {
    /// Row by row, cleaned; trailing empty rows are left out.
    let rows: [[String]]

    /// How lines without tabs were parted at their blanks; nil where nothing was.
    let parting: Parting?

    enum Parting {
        /// Every part is a value.
        case values
        /// Words stand before the values: right only where they name pupils.
        case named
    }

    /// Whether the block is a single cell with nothing in it.
    let isOneEmptyCell: Bool

    /// Whether nothing is in it.
    var isBlank: Bool { rows.allSatisfy { $0.allSatisfy(\.isEmpty) } }

    /// - Parameters:
    ///   - parts: whether lines without tabs may be parted at their blanks.
    ///   - isValue: whether a text without tabs is a value as it stands, so that its blanks part nothing.
    init(_ text: String, parts: Bool = true, isValue: (String) -> Bool) {
        var rows = Self.cells(text)
        // The line end after the last row begins no other one.
        if rows.count > 1, rows.last == [""] { rows.removeLast() }
        isOneEmptyCell = rows.count == 1 && rows[0].count == 1 && Self.cleaned(rows[0][0]).isEmpty
        while let last = rows.last, last.allSatisfy({ Self.cleaned($0).isEmpty }) { rows.removeLast() }
        var parting: Parting?
        if parts, rows.allSatisfy({ $0.count == 1 }),
            let split = Self.split(rows.map { Self.cleaned($0[0]) }, isValue: isValue)
        {
            (rows, parting) = split
        }
        self.parting = parting
        self.rows = rows.map { $0.map(Self.cleaned) }
    }

    /// Cells at tabs, rows at line ends; a cell in quotes may hold both, and doubled quotes are one.
    private static func cells(_ text: String) -> [[String]] {
        var rows: [[String]] = [[]]
        let characters = Array(text)
        var index = 0
        while index <= characters.count {
            var cell = ""
            if index < characters.count, characters[index] == "\"",
                let (content, end) = quoted(characters, from: index)
            {
                cell = content
                index = end
            } else {
                while index < characters.count, characters[index] != "\t", !characters[index].isNewline {
                    cell.append(characters[index])
                    index += 1
                }
            }
            rows[rows.count - 1].append(cell)
            guard index < characters.count else { break }
            // A line end of two characters is one Character.
            if characters[index].isNewline { rows.append([]) }
            index += 1
        }
        return rows
    }

    /// A cell in quotes; nil where the quote is only a character of the text.
    private static func quoted(_ characters: [Character], from start: Int) -> (String, Int)? {
        var content = ""
        var index = start + 1
        while index < characters.count {
            if characters[index] != "\"" {
                content.append(characters[index])
                index += 1
            } else if index + 1 < characters.count, characters[index + 1] == "\"" {
                content.append("\"")
                index += 2
            } else {
                let next = index + 1
                let isEnd = next == characters.count || characters[next] == "\t" || characters[next].isNewline
                return isEnd ? (content, next) : nil
            }
        }
        return nil
    }

    /// Lines without tabs, as a PDF gives them: parted at blanks where every line then has as many parts, each of them a value; else
    /// a name and as many values behind it on every line. What is no such list is one cell a line: “31 out of 35” is no
    /// mark, and nothing of it goes into the next column.
    private static func split(_ lines: [String], isValue: (String) -> Bool) -> ([[String]], Parting)? {
        let parts = lines.map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
        guard let count = parts.map(\.count).max(), count > 1 else { return nil }
        let full = parts.filter { !$0.isEmpty }
        if lines.count == 1, isValue(lines[0]) { return nil }
        func isCell(_ part: String) -> Bool { isValue(part) || part == "-" || part == "–" }
        func values(_ line: [String]) -> Int { line.reversed().prefix(while: isCell).count }
        let behind = values(full[0])
        // Words in front of the values are one name, however many they are.
        if behind > 0, full.contains(where: { $0.count > behind }),
            full.allSatisfy({ values($0) == behind && $0.count > behind })
        {
            let named = parts.map { line in
                guard !line.isEmpty else { return [""] }
                return [line.dropLast(behind).joined(separator: " ")] + line.suffix(behind)
            }
            return (named, .named)
        }
        guard full.allSatisfy({ $0.count == count && $0.allSatisfy(isCell) }) else { return nil }
        return (parts, .values)
    }

    /// Without surrounding blanks, characters of no width and the apostrophe that marks text in a spreadsheet; `38.0` is 38.
    static func cleaned(_ text: String) -> String {
        let noWidth: Set<UInt32> = [0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF]
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !noWidth.contains(scalar.value) { scalars.append(scalar) }
        var value = trimBlanks(String(scalars))
        if value.hasPrefix("'") { value = trimBlanks(String(value.dropFirst())) }
        let halves = value.split(separator: ".", omittingEmptySubsequences: false)
        if halves.count == 2, isDigits(halves[0]), isDigits(halves[1]), halves[1].allSatisfy({ $0 == "0" }) {
            value = String(halves[0])
        }
        return value
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    }

    /// Says that there is nothing here: skipped, never a clear.
    static func isNothing(_ value: String) -> Bool { ["", "-", "–", "—"].contains(value) }
}
