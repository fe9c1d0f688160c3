/// One fact about a pupil, a file or a table in words: `SEN provision`, `SEN support`.
public struct Fact: Hashable, Sendable {
    public var label: String
    /// nil when it is not recorded.
    public var value: String?

    public init(_ label: String, _ value: String?) {
        self.label = label
        self.value = value
    }
}
