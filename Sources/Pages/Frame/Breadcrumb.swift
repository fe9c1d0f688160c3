/// One step of the way to a page.
public struct Breadcrumb: Hashable, Sendable {
    public var title: String
    /// Where the step leads; nil for the page itself, which comes last.
    public var route: Route?

    public init(_ title: String, _ route: Route? = nil) {
        self.title = title
        self.route = route
    }
}
