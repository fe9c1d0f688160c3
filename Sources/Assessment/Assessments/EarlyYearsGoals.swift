/// The 17 early learning goals of each profile.
///
/// Source: DfE, *Early years foundation stage profile handbook* (2022 on; 2013 to 2021 before); domain page of the CTF.
public enum EarlyYearsGoals {
    struct Goal: Sendable {
        let area: Subject
        let title: String
    }

    /// A goal as files and headings name it.
    public struct Named: Sendable {
        /// `e01`.
        public let id: ColumnID
        /// `E01`.
        public let name: String
        /// `Listening, attention and understanding`.
        public let title: String

        /// `E01 Listening, attention and understanding`.
        public var fullTitle: String { "\(name) \(title)" }
    }

    /// The goals of both profiles, the present one first.
    public static let all = named(since2022, "e") + named(until2021, "g")

    static func named(_ goals: [Goal], _ letter: String) -> [Named] {
        goals.enumerated().map { offset, goal in
            let number = offset < 9 ? "0\(offset + 1)" : "\(offset + 1)"
            return Named(
                id: ColumnID(rawValue: "\(letter)\(number)"), name: "\(letter.uppercased())\(number)", title: goal.title
            )
        }
    }

    /// E01 to E17.
    static let since2022: [Goal] = [
        Goal(area: .communicationAndLanguage, title: "Listening, attention and understanding"),
        Goal(area: .communicationAndLanguage, title: "Speaking"),
        Goal(area: .personalDevelopment, title: "Self-regulation"),
        Goal(area: .personalDevelopment, title: "Managing self"),
        Goal(area: .personalDevelopment, title: "Building relationships"),
        Goal(area: .physicalDevelopment, title: "Gross motor skills"),
        Goal(area: .physicalDevelopment, title: "Fine motor skills"),
        Goal(area: .literacy, title: "Comprehension"),
        Goal(area: .literacy, title: "Word reading"),
        Goal(area: .literacy, title: "Writing"),
        Goal(area: .mathematics, title: "Number"),
        Goal(area: .mathematics, title: "Numerical patterns"),
        Goal(area: .understandingTheWorld, title: "Past and present"),
        Goal(area: .understandingTheWorld, title: "People, culture and communities"),
        Goal(area: .understandingTheWorld, title: "The natural world"),
        Goal(area: .expressiveArts, title: "Creating with materials"),
        Goal(area: .expressiveArts, title: "Being imaginative and expressive"),
    ]

    /// G01 to G17.
    static let until2021: [Goal] = [
        Goal(area: .communicationAndLanguage, title: "Listening and attention"),
        Goal(area: .communicationAndLanguage, title: "Understanding"),
        Goal(area: .communicationAndLanguage, title: "Speaking"),
        Goal(area: .physicalDevelopment, title: "Moving and handling"),
        Goal(area: .physicalDevelopment, title: "Health and self-care"),
        Goal(area: .personalDevelopment, title: "Self-confidence and self-awareness"),
        Goal(area: .personalDevelopment, title: "Managing feelings and behaviour"),
        Goal(area: .personalDevelopment, title: "Making relationships"),
        Goal(area: .literacy, title: "Reading"),
        Goal(area: .literacy, title: "Writing"),
        Goal(area: .mathematics, title: "Numbers"),
        Goal(area: .mathematics, title: "Shape, space and measures"),
        Goal(area: .understandingTheWorld, title: "People and communities"),
        Goal(area: .understandingTheWorld, title: "The world"),
        Goal(area: .understandingTheWorld, title: "Technology"),
        Goal(area: .expressiveArts, title: "Exploring and using media and materials"),
        Goal(area: .expressiveArts, title: "Being imaginative"),
    ]
}
