/// A half term, towards the end of which teachers judge.
public enum SummativeTerm: String, Sendable, Codable, Hashable, CaseIterable, Comparable {
    case autumn1, autumn2, spring1, spring2, summer1, summer2

    /// `Autumn 1`.
    public var title: String {
        "\(rawValue.prefix(1).uppercased())\(rawValue.dropFirst().dropLast()) \(rawValue.suffix(1))"
    }

    /// Its place in the year, 0 to 5.
    public var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    public static func < (left: Self, right: Self) -> Bool { left.index < right.index }
}
