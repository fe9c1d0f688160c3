/// A code that a column takes, with its meaning.
public struct GridCode: Sendable, Hashable {
    /// The code as it is typed ("B").
    public var code: String
    /// What it means ("working below the standard of the test").
    public var meaning: String

    /// Makes a code.
    public init(_ code: String, _ meaning: String) {
        self.code = code
        self.meaning = meaning
    }
}
