public import Assessment

/// One term of one school year.
public struct TermPoint: Sendable, Hashable, Comparable, Identifiable {
    public let year: SchoolYear
    public let term: SummativeTerm

    public init(year: SchoolYear, term: SummativeTerm) {
        self.year = year
        self.term = term
    }

    /// `2026.autumn1`.
    public var id: String { "\(year.endYear).\(term.rawValue)" }

    public init?(id: String) {
        let parts = id.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let year = Int(parts[0]).flatMap({ SchoolYear(endYear: $0) }), "\(year)" == parts[0],
            let term = SummativeTerm(rawValue: parts[1])
        else { return nil }
        self.init(year: year, term: term)
    }

    /// `Autumn 1, 2025/26`.
    public var title: String { "\(term.title), \(year.label)" }

    /// The term before, that of the year before included.
    public var before: TermPoint? {
        if term.index > 0 { return TermPoint(year: year, term: SummativeTerm.allCases[term.index - 1]) }
        return year.advanced(by: -1).map { TermPoint(year: $0, term: .summer2) }
    }

    public static func < (left: Self, right: Self) -> Bool { (left.year, left.term) < (right.year, right.term) }
}
