public import Assessment
public import Markup

/// Everything around a page's content: rail, school and year, search, the signed-in person, title, notices, print header.
///
/// The server makes one per request and renders a page into it. The frame changes with the visitor, the content often does
/// not: ``head`` and ``foot`` are the bytes before and after, so that a cached content can be sent between them.
public struct PageFrame: Sendable {
    public var assets: Assets
    /// Goes into every form and into the page's head for the scripts; nil on a page without forms.
    public var csrfToken: String?
    /// nil before sign-in: no rail is shown then.
    public var visitor: Visitor?
    /// nil outside a school: no rail is shown then.
    public var place: SchoolPlace?
    public var schoolName: String?
    /// The years that can be switched to, newest first.
    public var years: [SchoolYear]
    /// The page that is shown, for the year switch.
    public var route: Route?
    /// Pages visited a moment ago, newest first.
    public var recent: [Breadcrumb]
    public var notice: Notice?
    /// `21 November 2026`, for the head of a printed page.
    public var printedOn: String?
    public var heading: PageHeading
    /// Whether the tables of the page can be asked for as files, at its own address with `tables=csv` or `tables=xlsx`.
    public var givesTables = false

    public init(
        assets: Assets, csrfToken: String? = nil, visitor: Visitor? = nil, place: SchoolPlace? = nil,
        schoolName: String? = nil, years: [SchoolYear] = [], route: Route? = nil, recent: [Breadcrumb] = [],
        notice: Notice? = nil,
        printedOn: String? = nil, heading: PageHeading = PageHeading("Leadline")
    ) {
        self.assets = assets
        self.csrfToken = csrfToken
        self.visitor = visitor
        self.place = place
        self.schoolName = schoolName
        self.years = years
        self.route = route
        self.recent = recent
        self.notice = notice
        self.printedOn = printedOn
        self.heading = heading
    }

    /// The whole document of a page.
    public func render(_ page: some Page) -> HTML {
        var frame = self
        frame.heading = page.heading
        var content = page.content(in: frame)
        if givesTables, !frame.heading.offersFiles, let route, content.hasTable {
            content.append(Self.tableLinks(route))
        }
        return frame.render(content: content)
    }

    /// The whole document around a content that is already rendered; ``heading`` is used as it stands.
    public func render(content: HTML) -> HTML {
        var document = HTML(reservingCapacity: content.bytes.count + 8192)
        document.append(head)
        document.append(content)
        document.append(foot)
        return document
    }

    /// A hidden field with the token that every form carries.
    public var csrfField: HTML {
        guard let csrfToken else { return HTML() }
        return "<input type=\"hidden\" name=\"_csrf\" value=\"\(csrfToken)\">"
    }

    /// The address of a page of this school and year; the root outside a school.
    public func link(_ page: SchoolPage) -> String {
        place?.link(page) ?? Route.home.link
    }
}
