public import Assessment

/// A school, or a body that stands in a school's place, as a file names it.
///
/// Text and not numbers: `NAA`/`LLLL` is the Standards and Testing Agency, `820`/`LLLL` a local authority, `XXX`/`XXXX` unknown,
/// `MMM`/`MMMM` outside the maintained system of England and Wales.
public struct CTFSchool: Sendable, Hashable {
    public var la: String?
    public var establishment: String?
    public var urn: String?
    public var name: String?

    public init(la: String? = nil, establishment: String? = nil, urn: String? = nil, name: String? = nil) {
        self.la = la
        self.establishment = establishment
        self.urn = urn
        self.name = name
    }

    /// The DfE number, when both parts are digits; nil for the special codes.
    public var dfeNumber: DfENumber? {
        guard let la, let establishment, la.utf8.count == 3, establishment.utf8.count == 4 else { return nil }
        return try? DfENumber(la + establishment)
    }

    /// `8209991`, `820LLLL`, `NAALLLL`: the form used in file names; nil when a part is missing.
    public var code: String? {
        guard let la, let establishment else { return nil }
        return la + establishment
    }

    /// `8209991`, or a special code like `NAALLLL`, taken apart after its third character.
    public init(code: String, urn: String? = nil, name: String? = nil) {
        self.init(la: String(code.prefix(3)), establishment: String(code.dropFirst(3)), urn: urn, name: name)
    }
}
