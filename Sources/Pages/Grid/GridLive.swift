/// Where a grid hears of changes, and which state of the data it was drawn from.
public struct GridLive: Sendable, Hashable {
    /// The event stream, without `since` ("/api/v1/schools/8209991/events/2026/ks2?class=6%20Kestrel").
    public var address: String
    /// The state that the page shows; what changed after it is sent.
    public var since: String

    /// Makes one.
    public init(address: String, since: String) {
        self.address = address
        self.since = since
    }
}
