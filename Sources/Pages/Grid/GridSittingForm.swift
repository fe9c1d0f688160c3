public import Assessment

/// The form that begins a sitting: *Edit Assessment*, the Assessment Date, *Start Editing*.
public struct GridSittingForm: Sendable, Hashable {
    /// One name and value of the address.
    public struct Parameter: Sendable, Hashable {
        /// The name ("subject").
        public var name: String
        /// The value ("english").
        public var value: String

        /// Makes a parameter.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The page's own address without a query; the form goes there with `edit=1&date=...`.
    public var address: String
    /// What the address keeps besides (subject filter, class, order).
    public var kept: [Parameter]
    /// The date offered in ISO form: today, or what was sent and refused.
    public var date: String
    /// The first date allowed: the first day of the school year.
    public var earliest: CalendarDate
    /// The last date allowed: today, or the last day of a school year that is over.
    public var latest: CalendarDate
    /// What was wrong with the date that was sent, or nil.
    public var problem: String?

    /// Makes a form.
    public init(
        address: String, kept: [Parameter] = [], date: String, earliest: CalendarDate, latest: CalendarDate,
        problem: String? = nil
    ) {
        self.address = address
        self.kept = kept
        self.date = date
        self.earliest = earliest
        self.latest = latest
        self.problem = problem
    }
}
