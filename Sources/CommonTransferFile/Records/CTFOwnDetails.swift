/// Facts of a pupil that the format has only as periods with dates, and this program only as facts.
///
/// Written into the supplier's own section (`SuppInfo` of `BasicDetails`, with the `SuppID` ``supplier``), since a date would have to be
/// invented for `FSMhistory` and `SENhistory`. Where the section is there, what it leaves out is not known: the absence of
/// `FSMhistory` says nothing then.
public struct CTFOwnDetails: Sendable, Hashable {
    /// The `SuppID` of the section.
    public static let supplier = "Leadline"

    /// Eligible for free school meals now.
    public var isFSM: Bool?
    /// Eligible at any time in the last six years.
    public var isFSM6: Bool?
    /// `N`, `K` or `E`.
    public var senProvision: String?
    /// Left care through adoption, special guardianship or a child arrangements order.
    public var wasLookedAfter: Bool?

    public init(
        isFSM: Bool? = nil, isFSM6: Bool? = nil, senProvision: String? = nil, wasLookedAfter: Bool? = nil
    ) {
        self.isFSM = isFSM
        self.isFSM6 = isFSM6
        self.senProvision = senProvision
        self.wasLookedAfter = wasLookedAfter
    }
}
