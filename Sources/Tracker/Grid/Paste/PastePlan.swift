/// What a pasted block means: which value goes into which cell, and what a person should see or say first.
public struct PastePlan: Sendable, Hashable, Encodable {
    /// How the lines found their pupils.
    public enum Matching: String, Sendable, Hashable, Encodable { case position, upn, name }

    public struct Cell: Sendable, Hashable, Encodable {
        public let pupil: String
        public let column: String
        /// Cleaned of blanks and of what spreadsheets add; not checked.
        public let value: String
    }

    /// A line of the block and the pupil it belongs to.
    public struct Line: Sendable, Hashable, Encodable {
        /// In the text, from 1.
        public let line: Int
        /// The name or UPN as it stands there.
        public let given: String
        /// nil where nobody was found.
        public let pupil: String?
        public let label: String?
        /// What is odd, or why the line is left out.
        public let message: String?
    }

    /// A heading of the block and the column it names.
    public struct Heading: Sendable, Hashable, Encodable {
        public let heading: String
        public let column: String?
        public let name: String
    }

    public struct Question: Sendable, Hashable, Encodable {
        public struct Option: Sendable, Hashable, Encodable {
            public let value: String
            public let title: String
        }

        public let id: String
        public let text: String
        public let options: [Option]
    }

    public internal(set) var by = Matching.position
    public internal(set) var cells: [Cell] = []
    /// Whether a person should look before it is applied.
    public internal(set) var ask = false
    public internal(set) var words = ""
    public internal(set) var lines: [Line] = []
    public internal(set) var columns: [Heading] = []
    public internal(set) var questions: [Question] = []
    /// What is not taken, sentence by sentence.
    public internal(set) var left: [String] = []
}
