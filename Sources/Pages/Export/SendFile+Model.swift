/// Sending a file out: for whom, what and whose; what its receiver would refuse; the download.
///
/// The choices are sent to ``SchoolPage/sendFile(_:)`` with GET, which shows the check. The file is made by a POST of the same
/// fields with `_csrf` and, where something would be refused, `seen`.
public struct SendFileModel: Page {
    /// A class of the year with its pupils, for ticking single ones.
    public struct Class: Hashable, Sendable {
        public var title: String
        public var pupils: [Member]

        public init(title: String, pupils: [Member]) {
            self.title = title
            self.pupils = pupils
        }
    }

    public struct Member: Hashable, Sendable {
        public var id: Int64
        public var name: String

        public init(id: Int64, name: String) {
            self.id = id
            self.name = name
        }
    }

    /// One choice of a list.
    public struct Choice: Hashable, Sendable {
        public var value: String
        public var title: String

        public init(_ value: String, _ title: String) {
            self.value = value
            self.title = title
        }
    }

    public var place: SchoolPlace
    public var query: SendFileQuery
    /// The assessments that there can be files of, by id.
    public var assessments: [Choice]
    /// Year groups and classes of the year.
    public var groups: [Choice]
    public var classes: [Class]
    /// What was found; nil before anything was asked for, and when no such file can be made.
    public var check: SendFileCheck?
    public var errors: [FieldError]

    public init(
        place: SchoolPlace, query: SendFileQuery, assessments: [Choice], groups: [Choice], classes: [Class],
        check: SendFileCheck? = nil, errors: [FieldError] = []
    ) {
        self.place = place
        self.query = query
        self.assessments = assessments
        self.groups = groups
        self.classes = classes
        self.check = check
        self.errors = errors
    }
}
