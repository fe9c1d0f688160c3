/// The subjects of the key stage assessments.
public enum Subject: String, Sendable, Codable, Hashable, CaseIterable {
    case reading
    case writing
    case gps
    case mathematics
    case science

    public var title: String {
        switch self {
        case .reading: "Reading"
        case .writing: "Writing"
        case .gps: "Grammar, punctuation and spelling"
        case .mathematics: "Mathematics"
        case .science: "Science"
        }
    }

    /// In the middle of a sentence.
    public var inSentence: String { self == .gps ? "grammar, punctuation and spelling" : rawValue }
}
