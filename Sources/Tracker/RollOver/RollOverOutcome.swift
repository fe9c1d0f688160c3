/// What starting a new school year did.
public struct RollOverOutcome: Sendable, Hashable {
    public let plan: RollOverPlan
    /// The batch that takes it back; nil when there was nothing to write.
    public let batch: Int64?
}
