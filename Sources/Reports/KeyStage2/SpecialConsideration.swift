/// What a report made of special consideration (`97+`), as it states itself.
public enum SpecialConsideration: String, Sendable, Hashable, Codable {
    /// Switched on, and at least one score of the group has it: it counts with 3 more.
    case applied
    /// Switched on, and no score of the group has it.
    case none
    /// Switched off: every score counts as it is.
    case off

    /// As the foot of a report says it.
    public var sentence: String {
        switch self {
        case .applied: "Scores with special consideration (+) count with 3 more."
        case .none: "No score has special consideration (+)."
        case .off: "Special consideration (+) is switched off: every score counts as it is."
        }
    }
}
