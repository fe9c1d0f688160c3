public import Markup

/// The page of the entry grid: everything around the table that depends on the request and on who is signed in.
public struct GridModel: Sendable {
    /// A link with words.
    public struct Link: Sendable, Hashable {
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
    }

    /// What the reader may do here.
    public enum Access: Sendable, Hashable {
        /// Reads only; the sentence says why where that helps ("Your role reads results and does not change them.").
        case reading(reason: String?)
        /// May begin a sitting.
        case mayEdit(GridSittingForm)
        /// Is in a sitting.
        case editing(GridSitting)
    }

    /// The page's title ("End of Key Stage 2, 6 Kestrel").
    public var title: String
    /// One sentence: what is here ("30 pupils. ...").
    public var lede: String
    /// The way to this page; the last one is the page itself.
    public var breadcrumbs: [Breadcrumb]
    /// Subject filters: English, Mathematics, Science, Summary; empty where the assessment has one set of columns.
    public var filters: [Link]
    /// Classes and year groups to change to.
    public var groups: [Link]
    /// How much of what is due is there.
    public var progress: GridProgress
    /// What the reader may do.
    public var access: Access
    /// The grid with empty cells, for printing; nil where there is none.
    public var blankAddress: String?
    /// From the grid with empty cells, the one with the results; nil elsewhere.
    public var filledAddress: String?
    /// The grid shown as a workbook and as CSV, with the names of the formats.
    public var downloads: [Link]
    /// The codes of the columns shown, for the Information key.
    public var key: GridKey
    /// The table, rendered by ``GridTable/render()`` or taken from a cache.
    public var table: HTML
    /// Where a page that is only read hears of changes; nil where it stands still. A sitting has its own.
    public var live: GridLive?
    /// Looking at the grid as it stood on a day; nil in a sitting and for the blank grid.
    public var past: GridPast?
    /// Words under the grid ("Worked out from the 2026 tables."); nil for none.
    public var footnote: String?

    /// Makes a page.
    public init(
        title: String, lede: String, breadcrumbs: [Breadcrumb] = [], filters: [Link], groups: [Link] = [],
        progress: GridProgress, access: Access,
        blankAddress: String? = nil, filledAddress: String? = nil, downloads: [Link] = [], key: GridKey, table: HTML,
        footnote: String? = nil, live: GridLive? = nil, past: GridPast? = nil
    ) {
        self.title = title
        self.lede = lede
        self.breadcrumbs = breadcrumbs
        self.filters = filters
        self.groups = groups
        self.progress = progress
        self.access = access
        self.blankAddress = blankAddress
        self.filledAddress = filledAddress
        self.downloads = downloads
        self.key = key
        self.table = table
        self.footnote = footnote
        self.live = live
        self.past = past
    }
}
