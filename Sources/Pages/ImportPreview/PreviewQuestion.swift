/// Something only a person can decide about a file: who a pupil is, what a number means, what a heading stands for.
public struct PreviewQuestion: Hashable, Sendable {
    /// One answer.
    public struct Answer: Hashable, Sendable {
        /// What the form sends; empty for no answer.
        public var value: String
        public var title: String

        public init(_ value: String, _ title: String) {
            self.value = value
            self.title = title
        }
    }

    /// What the form sends back so that the answer finds its question.
    public var key: String
    /// `O’Brien, Niamh, born 14 May 2015`
    public var text: String
    /// More about it; nil for none.
    public var hint: String?
    public var answers: [Answer]
    /// The value of the answer that holds now.
    public var chosen: String

    public init(key: String, text: String, hint: String? = nil, answers: [Answer], chosen: String) {
        self.key = key
        self.text = text
        self.hint = hint
        self.answers = answers
        self.chosen = chosen
    }
}
