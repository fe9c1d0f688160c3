/// A number of the report with the page that lists the pupils behind it.
public struct OutcomeFigure: Sendable, Hashable {
    /// How many pupils.
    public var count: Int
    /// Where they are listed; nil where nobody may be named and nothing is to be opened.
    public var address: String?

    /// Makes a figure.
    public init(_ count: Int, address: String? = nil) {
        self.count = count
        self.address = address
    }
}
