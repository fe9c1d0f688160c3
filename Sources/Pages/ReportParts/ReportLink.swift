import Markup

/// A link with words on a report.
public struct ReportLink: Sendable, Hashable {
    /// The words.
    public var title: String
    /// Where it leads.
    public var address: String
    /// Whether it leads to what is shown now.
    public var isCurrent: Bool

    /// Makes a link.
    public init(title: String, address: String, isCurrent: Bool = false) {
        self.title = title
        self.address = address
        self.isCurrent = isCurrent
    }

    /// The link as it stands in a page.
    func render(className: String? = nil) -> HTML {
        """
        <a\(attribute: "class", className) href="\(url: address)"\(attribute: "aria-current", isCurrent ? "true" : nil)>\
        \(title)</a>
        """
    }
}
