/// A pupil's special educational needs provision (CBDS CS096).
public enum SENProvision: String, Sendable, Codable, Hashable, CaseIterable {
    case none = "N"
    case support = "K"
    case plan = "E"

    /// Takes the code or the words; the older codes A, P (action) read as support and S (statement) as a plan.
    public init?(reading text: String) {
        switch trimBlanks(text).lowercased() {
        case "n", "none", "no sen", "no": self = .none
        case "k", "sen support", "support", "a", "p": self = .support
        case "e", "ehcp", "ehc plan", "ehc", "s", "plan": self = .plan
        default: return nil
        }
    }

    public var title: String {
        switch self {
        case .none: "No SEN"
        case .support: "SEN support"
        case .plan: "EHC plan"
        }
    }
}
