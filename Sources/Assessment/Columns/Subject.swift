/// What a column is about: a subject of the key stage assessments, the phonics check, or an area of learning of the Early
/// Years Foundation Stage Profile. Mathematics is all three.
///
/// The raw values are those of the national figures and, for the key stages, the first part of a ``ColumnID``.
public enum Subject: String, Sendable, Codable, Hashable, CaseIterable {
    case reading
    case writing
    case gps
    case mathematics
    case science
    case phonics
    case communicationAndLanguage = "communication_language"
    /// Personal, social and emotional development.
    case personalDevelopment = "psed"
    case physicalDevelopment = "physical_development"
    case literacy
    case understandingTheWorld = "understanding_world"
    case expressiveArts = "expressive_arts"

    /// The subjects of Key Stages 1 and 2.
    public static let keyStage: [Subject] = [.reading, .writing, .gps, .mathematics, .science]

    /// The seven areas of learning of the Early Years Foundation Stage Profile, in its order.
    public static let areasOfLearning: [Subject] = [
        .communicationAndLanguage, .personalDevelopment, .physicalDevelopment, .literacy, .mathematics,
        .understandingTheWorld, .expressiveArts,
    ]

    public var title: String {
        switch self {
        case .reading: "Reading"
        case .writing: "Writing"
        case .gps: "Grammar, punctuation and spelling"
        case .mathematics: "Mathematics"
        case .science: "Science"
        case .phonics: "Phonics"
        case .communicationAndLanguage: "Communication and language"
        case .personalDevelopment: "Personal, social and emotional development"
        case .physicalDevelopment: "Physical development"
        case .literacy: "Literacy"
        case .understandingTheWorld: "Understanding the world"
        case .expressiveArts: "Expressive arts and design"
        }
    }

    /// In the middle of a sentence.
    public var inSentence: String { title.lowercasedFirst }
}
