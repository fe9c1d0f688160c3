/// Why terms, subjects or words of judgements can't be set so: sentences that say what to do.
public struct SummativeProblem: Error, Hashable, Sendable {
    /// One thing to correct.
    public struct Fault: Hashable, Sendable {
        /// Whose it is: `subjects`, a term's day (`autumn1.first`, `autumn1.last`), `from` of a change of words, or a
        /// judgement's words (`BE.short`, `BE.words`).
        public let field: String
        public let message: String

        public init(_ field: String, _ message: String) {
            self.field = field
            self.message = message
        }
    }

    /// In the order of the fields; never empty.
    public let faults: [Fault]

    public var message: String { faults.map(\.message).joined(separator: " ") }

    public init(_ faults: [Fault]) { self.faults = faults }

    public init(_ field: String, _ message: String) { faults = [Fault(field, message)] }
}
