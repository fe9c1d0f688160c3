/// The school's own words on every sheet for parents.
public struct ParentsText: Sendable, Hashable, Codable {
    /// One line at the top; at most 120 characters.
    public var heading: String
    /// Paragraphs below it, with an empty line between two; at most 3,000 characters, empty for none.
    public var text: String

    public init(heading: String, text: String) {
        self.heading = heading
        self.text = text
    }

    /// Until the school writes its own.
    public static let proposed = ParentsText(
        heading: "End of Key Stage 2 results",
        text: """
            At the end of Year 6 pupils take national tests in reading, in grammar, punctuation and spelling, and in mathematics. The marks \
            are turned into a scaled score from 80 to 120: a score of 100 or more means that the expected standard was met. Teachers assess \
            writing and science through the year.
            """)
}
