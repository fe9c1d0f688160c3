/// Why terms, subjects or words of judgements can't be set so: a sentence that says what to do.
public struct SummativeProblem: Error, Hashable, Sendable {
    public let message: String

    public init(_ message: String) { self.message = message }
}
