/// The columns of one assessment in one year: what the grid draws, an import maps to and a history lists.
///
/// Made by ``ReferenceData/columns(of:year:yearGroup:)``; nobody needs to know which assessment it is.
public protocol AssessmentColumns: Sendable {
    associatedtype Row: AssessmentRow

    var kind: AssessmentKind { get }
    /// The calendar year in which the school year ends.
    var year: Int { get }
    /// Whose grid it is: the year group of the assessment, or Year 2 for the phonics check taken again.
    var yearGroup: YearGroup { get }
    /// Whether results are due of every pupil; false where the assessment was optional, so that nothing is.
    var isStatutory: Bool { get }
    /// Every column, in the order of the grid.
    var all: [Column] { get }
    /// The views of the grid, the first shown first; never empty.
    var filters: [ColumnFilter] { get }

    func column(_ id: ColumnID) -> Column?

    /// Reads typed or imported text as the value to store in a column: its form alone, without regard to other columns.
    ///
    /// - Returns: nil when the text is blank, which clears the cell.
    /// - Throws: what is wrong and what the column takes.
    func read(_ text: String, as column: Column, source: EntrySource) throws(EntryProblem) -> String?

    /// One pupil's row.
    ///
    /// - Parameters:
    ///   - facts: what is stored of the pupil under this assessment and year.
    ///   - earlier: what is stored under this assessment and the year before; only the phonics check of Year 2 looks at it.
    ///   - tables: by which raw marks convert; only the key stages look at them.
    func row(_ facts: Facts, earlier: Facts, tables: ConversionTables) -> Row
}

extension AssessmentColumns {
    public func column(_ id: ColumnID) -> Column? { all.first { $0.id == id } }

    public func read(_ text: String, as column: Column, source: EntrySource) throws(EntryProblem) -> String? {
        try ValueForm.read(text, as: column, year: year, source: source)
    }

    /// The view with a name; the first one when there is none of that name.
    public func filter(_ id: String?) -> ColumnFilter? { filters.first { $0.id == id } ?? filters.first }

    /// The columns that take a value from a person or a file, in the order of the grid; the others are only worked out.
    public var stored: [Column] { all.filter(\.isStored) }
}
