import Assessment
import Spreadsheets

/// Of which school year the results of a table are: a column of it says so, else the person who brings it.
struct ResultsYear {
    private let map: HeadingMap
    /// What the person says.
    private let given: SchoolYear?
    /// Those that the column names, oldest first; empty without a column.
    private let named: [SchoolYear]

    init(_ sheet: Sheet, _ headings: SheetHeadings, given: SchoolYear?) {
        map = headings.map
        self.given = given
        let texts = map.column(of: "year") == nil ? [] : Set(sheet.rows.compactMap { Self.text($0, headings.map) })
        named = Set(texts.compactMap(SchoolYearText.read)).sorted()
    }

    /// The year of the results. Of several in the file, which are read one at a time, the one that the person says.
    ///
    /// - Throws: ``TrackerError/fields(_:)`` where nobody says it.
    func year() throws -> SchoolYear {
        if named.count == 1 { return named[0] }
        if let given, named.isEmpty || named.contains(given) { return given }
        let what =
            named.isEmpty
            ? "Enter the year of the results: the file does not say it (2026 for 2025/26)."
            : "Enter one of the years of which the file has results, \(named.map(\.label).joined(separator: ", ")): a file is read for one year at a time (2026 for 2025/26)."
        throw TrackerError.fields([FieldProblem("year", what)])
    }

    /// Whether the file says it by itself.
    var isSaid: Bool { named.count == 1 }

    /// What a person must know who said another year than the file.
    func warning(of year: SchoolYear) -> String? {
        guard let given, given != year else { return nil }
        return
            "The file’s column “\(map.column(of: "year").map { map.headings[$0] } ?? "")” says \(year.label), which counts, and not \(given.label)."
    }

    /// What a row says of its year, and why it is not taken, where that is not the year of the results; nil for any other row.
    func otherYear(_ row: SheetRow, than year: SchoolYear) -> (text: String, message: String)? {
        guard let text = Self.text(row, map) else { return nil }
        guard let own = SchoolYearText.read(text) else {
            return (text, "The year of this line must be like 2026 or 2025/26.")
        }
        guard own != year else { return nil }
        return (
            text,
            "This line is of \(own.label), and the file is read for \(year.label): read it once more for that year."
        )
    }

    private static func text(_ row: SheetRow, _ map: HeadingMap) -> String? {
        map.value("year", in: row).flatMap { $0.isEmpty ? nil : $0 }
    }
}
