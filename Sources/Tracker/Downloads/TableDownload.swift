public import Assessment
public import Spreadsheets
public import Storage

/// A table that somebody takes away as a file, with what the file says of itself.
public struct TableDownload: Sendable {
    /// What a part of it was chosen by.
    public struct Filter: Sendable, Hashable {
        public var name: String
        public var value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public var school: School
    public var year: SchoolYear
    /// The words on the tab of its sheet.
    public var name: String
    /// What it is ("End of Key Stage 2, 6 Kestrel: English").
    public var title: String
    public var filters: [Filter]
    public var table: Table
    /// Columns at the left that stay in view.
    public var frozenColumns: Int
    /// What a reader should know, a sentence each.
    public var notes: [String]

    public init(
        school: School, year: SchoolYear, name: String, title: String, filters: [Filter] = [], table: Table,
        frozenColumns: Int = 0, notes: [String] = []
    ) {
        self.school = school
        self.year = year
        self.name = name
        self.title = title
        self.filters = filters
        self.table = table
        self.frozenColumns = frozenColumns
        self.notes = notes
    }
}
