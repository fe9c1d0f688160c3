/// A pupil's sex as the CTF carries it (CBDS CS119).
public enum Sex: String, Sendable, Codable, Hashable, CaseIterable {
    case female = "F"
    case male = "M"
    case unknown = "U"

    public var title: String {
        switch self {
        case .female: "Girl"
        case .male: "Boy"
        case .unknown: "Not known"
        }
    }
}
