/// What one heading of a CSV is read as.
public struct HeadingUse: Sendable, Hashable {
    /// A field that a heading can be given to.
    public struct Field: Sendable, Hashable {
        /// `surname`, `reading.paper1` ...
        public var id: String
        /// As a list of choices shows it.
        public var title: String

        public init(id: String, title: String) {
            self.id = id
            self.title = title
        }
    }

    /// As it stands in the file.
    public var heading: String
    /// Its place among the columns, from 1.
    public var column: Int
    /// The field; nil when the column is not read.
    public var fieldID: String?
    /// What stands in the column first; nil where nothing does.
    public var firstValue: String?
    /// Whether nobody knows the heading (rather than having chosen to pass it over).
    public var isUnknown: Bool
    /// Whether a person gave it to its field, now or for an earlier file.
    public var isChosen: Bool

    public init(
        heading: String, column: Int, fieldID: String?, firstValue: String? = nil, isUnknown: Bool, isChosen: Bool
    ) {
        self.heading = heading
        self.column = column
        self.fieldID = fieldID
        self.firstValue = firstValue
        self.isUnknown = isUnknown
        self.isChosen = isChosen
    }
}
