/// What a column is about: a subject of the key stage assessments or of the national curriculum, the phonics check, or an
/// area of learning of the Early Years Foundation Stage Profile. Mathematics is a subject and an area.
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
    case artAndDesign = "art"
    case computing
    case designAndTechnology = "design_technology"
    case geography
    case history
    case languages
    case music
    case physicalEducation = "pe"
    case religiousEducation = "re"

    /// The subjects of Key Stages 1 and 2.
    public static let keyStage: [Subject] = [.reading, .writing, .gps, .mathematics, .science]

    /// The subjects that teachers can judge term by term: those of the national curriculum, and religious education.
    public static let summative: [Subject] = [
        .reading, .writing, .mathematics, .gps, .science, .artAndDesign, .computing, .designAndTechnology, .geography,
        .history, .languages, .music, .physicalEducation, .religiousEducation,
    ]

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
        case .artAndDesign: "Art and design"
        case .computing: "Computing"
        case .designAndTechnology: "Design and technology"
        case .geography: "Geography"
        case .history: "History"
        case .languages: "Languages"
        case .music: "Music"
        case .physicalEducation: "Physical education"
        case .religiousEducation: "Religious education"
        }
    }

    /// For a narrow heading.
    public var shortTitle: String {
        switch self {
        case .gps: "GPS"
        case .mathematics: "Maths"
        case .artAndDesign: "Art"
        case .designAndTechnology: "D&T"
        case .physicalEducation: "PE"
        case .religiousEducation: "RE"
        default: title
        }
    }

    /// In the middle of a sentence.
    public var inSentence: String { title.lowercasedFirst }
}
