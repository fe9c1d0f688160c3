import Assessment

/// The school's own words on every sheet for parents.
public struct ParentsText: Sendable, Hashable, Codable {
    /// One line at the top; at most 120 characters.
    public var heading: String
    /// Paragraphs below it, with an empty line between two; at most ``longest`` characters in ``mostParagraphs``, empty for none.
    public var text: String

    /// With more a sheet would run over its one A4 page: the fullest of a class of 30 has room for so much in a wide typeface.
    public static let longest = 1000
    public static let mostParagraphs = 5

    /// The text in its paragraphs.
    public var paragraphs: [String] {
        text.split(separator: "\n\n").map { trimBlanks(String($0)) }.filter { !$0.isEmpty }
    }

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
