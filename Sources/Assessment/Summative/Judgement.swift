/// A teacher's judgement of a pupil against what is expected at that age; the meanings are fixed, the words are the
/// school's (``JudgementLabels``).
///
/// The raw value is what is stored, in whatever words it is shown.
public enum Judgement: String, Sendable, Codable, Hashable, CaseIterable, Comparable {
    case significantlyBelow = "SBE"
    case below = "BE"
    /// On track for a scaled score of 100.
    case justAt = "JA"
    case securelyAt = "SE"
    case above = "AB"
    case significantlyAbove = "SAB"

    /// Its place on the scale, 0 to 5, the lowest first.
    public var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// Where it stands against the standard.
    public var level: AttainmentLevel {
        switch self {
        case .significantlyBelow, .below: .below
        case .justAt, .securelyAt: .expected
        case .above, .significantlyAbove: .higher
        }
    }

    /// The words it has until a school chooses its own.
    public var title: String {
        switch self {
        case .significantlyBelow: "Significantly Below"
        case .below: "Below"
        case .justAt: "Just At"
        case .securelyAt: "Securely At"
        case .above: "Above"
        case .significantlyAbove: "Significantly Above"
        }
    }

    public static func < (left: Self, right: Self) -> Bool { left.position < right.position }
}
