/// What the code table says about a record.
public struct CTFMatch: Sendable, Hashable {
    public let target: CTFTarget
    /// The line of the table that matched; nil for key stage 2 tests and unknown codes.
    public let entry: CTFCodeEntry?
    /// The record stands under another stage than its codes belong to, as some systems have written them.
    public let isUnderOtherStage: Bool

    public init(target: CTFTarget, entry: CTFCodeEntry? = nil, isUnderOtherStage: Bool = false) {
        self.target = target
        self.entry = entry
        self.isUnderOtherStage = isUnderOtherStage
    }
}
