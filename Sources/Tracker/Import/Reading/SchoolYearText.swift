import Assessment

/// Reads a school year as files write it.
enum SchoolYearText {
    /// Takes `2026` (the year in which it ends), `2025/26`, `2025-2026`, `2025/2026`; nil for anything else.
    static func read(_ text: String) -> SchoolYear? {
        let parts = trimBlanks(text).split(omittingEmptySubsequences: true) { "/-–".contains($0) }
        guard parts.allSatisfy({ $0.utf8.allSatisfy(isASCIIDigit) }), let first = parts.first.flatMap({ Int($0) }),
            parts[0].utf8.count == 4
        else { return nil }
        switch parts.count {
        case 1: return SchoolYear(endYear: first)
        case 2:
            guard let second = Int(parts[1]), second == first + 1 || second == (first + 1) % 100,
                [2, 4].contains(parts[1].utf8.count)
            else { return nil }
            return SchoolYear(endYear: first + 1)
        default: return nil
        }
    }
}
