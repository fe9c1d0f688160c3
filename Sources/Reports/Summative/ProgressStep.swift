/// What became of a pupil between two terms, on the scale of judgements that is relative to age.
public enum ProgressStep: String, Sendable, Hashable, CaseIterable {
    /// A lower judgement than before.
    case below
    /// The same judgement: with age, that is the progress expected.
    case expected
    /// A higher judgement than before.
    case better
    /// No judgement in one of the two terms.
    case notAssessed = "not_assessed"

    public var title: String {
        switch self {
        case .below: "Below expected"
        case .expected: "Expected"
        case .better: "Better than expected"
        case .notAssessed: "Not assessed"
        }
    }
}
