/// What a page says about itself to the frame around it.
public struct PageHeading: Hashable, Sendable {
    /// The one title, `End of Key Stage 2, 6 Kestrel`.
    public var title: String
    /// One sentence that says what the page answers.
    public var lede: String?
    public var section: RailSection?
    /// The way to this page; the last one is the page itself.
    public var breadcrumbs: [Breadcrumb]
    /// What is wrong with the form that was sent, in the order of its fields.
    public var errors: [FieldError]
    /// Scripts besides `leadline.js`, by asset name.
    public var modules: [String]
    /// Style sheets besides `leadline.css`, by asset name.
    public var styles: [String]
    /// Whether the page uses the full width, as a grid does.
    public var isWide: Bool
    /// Whether the page itself offers what it shows as files; elsewhere the frame does.
    public var offersFiles: Bool

    public init(
        _ title: String, lede: String? = nil, section: RailSection? = nil, breadcrumbs: [Breadcrumb] = [],
        errors: [FieldError] = [], modules: [String] = [], styles: [String] = [], isWide: Bool = false,
        offersFiles: Bool = false
    ) {
        self.title = title
        self.lede = lede
        self.section = section
        self.breadcrumbs = breadcrumbs
        self.errors = errors
        self.modules = modules
        self.styles = styles
        self.isWide = isWide
        self.offersFiles = offersFiles
    }
}
