/// What a workbook says of itself, so that a file found a year later explains itself.
public struct WorkbookAbout: Sendable, Hashable {
    /// One line: its name and its value ("Class", "6 Kestrel").
    public struct Line: Sendable, Hashable {
        public var name: String
        public var value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The name of the sheet that says it; an import passes over it without a word.
    public static let sheetName = "About this file"

    /// What the workbook is ("End of Key Stage 2, 6 Kestrel").
    public var title: String
    public var lines: [Line]
    /// The creation date among the file's properties, in seconds since 1970 UTC.
    public var createdAt: Int

    public init(title: String, lines: [Line], createdAt: Int) {
        self.title = title
        self.lines = lines
        self.createdAt = createdAt
    }
}
