/// The conflicts of a file that are decided all at once.
public struct PreviewConflicts: Hashable, Sendable {
    /// Those that can be taken and are not.
    public var open: Int
    /// Those that are taken by choice.
    public var taken: Int

    public init(open: Int, taken: Int) {
        self.open = open
        self.taken = taken
    }
}
