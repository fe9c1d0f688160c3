/// Why a file is refused whole: nothing of it is stored.
public struct FileProblem: Sendable, Hashable {
    /// What is wrong, where, and what to do.
    public let message: String

    public init(_ message: String) { self.message = message }
}
