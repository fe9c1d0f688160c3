/// A period of special educational provision. Dates are `YYYY-MM-DD` as they came.
public struct CTFSENPeriod: Sendable, Hashable {
    public var start: String?
    /// Nil while the period is open.
    public var end: String?
    /// `N` none, `K` SEN support, `E` education, health and care plan; older files `A`, `P`, `Q`, `S` (CBDS CS096).
    public var provision: String?

    public init(start: String? = nil, end: String? = nil, provision: String? = nil) {
        self.start = start
        self.end = end
        self.provision = provision
    }
}
