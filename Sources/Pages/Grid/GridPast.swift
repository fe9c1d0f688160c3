/// Looking at the grid as it stood on a day: the form that asks for the day, and the banner while it is shown.
public struct GridPast: Sendable, Hashable {
    /// The page's own address without a query.
    public var address: String
    /// What the address keeps besides (subject filter, class, order).
    public var kept: [GridSittingForm.Parameter]
    /// The day in ISO form, as it was typed; empty where none was.
    public var day: String
    /// The last day allowed, in ISO form: today.
    public var latest: String
    /// The day in words while the grid of that day is shown; nil while it is today's.
    public var shown: String?
    /// The same grid as it is now.
    public var nowAddress: String
    /// What is wrong with the day that was typed.
    public var problem: String?

    public init(
        address: String, kept: [GridSittingForm.Parameter], day: String, latest: String, shown: String?,
        nowAddress: String, problem: String? = nil
    ) {
        self.address = address
        self.kept = kept
        self.day = day
        self.latest = latest
        self.shown = shown
        self.nowAddress = nowAddress
        self.problem = problem
    }
}
