public import Assessment

/// A sitting in progress: what the browser needs to save cells.
public struct GridSitting: Sendable, Hashable {
    /// The Assessment Date that every value of the sitting carries.
    public var date: CalendarDate
    /// The date as people write it ("14 May 2026").
    public var dateInWords: String
    /// Where cells are saved, without the pupil and the column ("/api/v1/schools/8209991/results/2026/ks2").
    public var endpoint: String
    /// Where *Lock Assessment* leads: the same grid, read-only.
    public var lockAddress: String
    /// Where to sign in again when the session has ended.
    public var signInAddress: String
    /// The state of the data that the page shows, for the events that follow it; nil where there are none.
    public var live: GridLive?
    /// Names the person for what the browser keeps unsaved, so that nobody meets another's values on a shared computer.
    public var personKey: String

    /// Makes a sitting.
    public init(
        date: CalendarDate, dateInWords: String, endpoint: String, lockAddress: String,
        signInAddress: String = "/sign-in", personKey: String,
        live: GridLive? = nil
    ) {
        self.date = date
        self.dateInWords = dateInWords
        self.endpoint = endpoint
        self.lockAddress = lockAddress
        self.signInAddress = signInAddress
        self.personKey = personKey
        self.live = live
    }
}
