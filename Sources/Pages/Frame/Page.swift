public import Markup

/// A page's model: plain values that render themselves.
public protocol Page: Sendable {
    /// Title, breadcrumbs, errors and what else the frame shows.
    var heading: PageHeading { get }

    /// What stands below the title. The frame is at hand for the form token and for links.
    func content(in frame: PageFrame) -> HTML
}
