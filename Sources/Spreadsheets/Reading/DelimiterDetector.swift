/// Decides the delimiter from the heading line.
enum DelimiterDetector {
    /// The bytes of the file's beginning that are looked at.
    static let window = 65_536

    /// - Parameter head: the first bytes of the file, as UTF-8, up to ``window``.
    /// - Returns: the delimiter that occurs most often outside quotation marks in the first line that is not blank;
    ///   comma where none does. Ties go to the tab, then the semicolon: both are rarer inside a heading than a comma.
    static func detect(_ head: [UInt8]) -> Delimiter {
        var counts: [Delimiter: Int] = [:]
        var isQuoted = false
        var hasText = false
        for byte in head {
            if byte == 0x22 {
                isQuoted.toggle()
                hasText = true
            } else if !isQuoted, byte == 0x0A || byte == 0x0D {
                if hasText { break }
                counts = [:]
            } else if !isQuoted, let delimiter = Delimiter(rawValue: byte) {
                counts[delimiter, default: 0] += 1
            } else if byte != 0x20 {
                hasText = true
            }
        }
        let most = counts.values.max() ?? 0
        guard most > 0 else { return .comma }
        return [Delimiter.tab, .semicolon, .comma].first { counts[$0] == most } ?? .comma
    }
}
