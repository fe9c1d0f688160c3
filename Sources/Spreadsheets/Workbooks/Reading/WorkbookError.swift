/// Why a workbook was refused. A workbook is taken whole or not at all. Cells are named as spreadsheet programs name them (`D7`).
public enum WorkbookError: Error, Sendable, Hashable {
    case cannotOpen(path: String)
    /// Locked by a password: the content is encrypted.
    case isProtected
    /// Another kind of file that holds a table; `kind` in words ("an old Excel file (.xls)").
    case otherFormat(kind: String)
    /// A zip that is no workbook at all.
    case isArchive
    /// Broken or not made by a spreadsheet program. `reason` is a sentence in plain words.
    case damaged(reason: String)
    case tooLarge(megabytes: Int)
    /// A part that unpacks to many times its size, as no workbook does that people made.
    case tooDense(part: String)
    case tooManyCells(limit: Int)
    case tooManyRows(limit: Int)
    case tooManyColumns(row: Int, limit: Int)
    case textTooLong(cell: String, limit: Int)
    /// There is no sheet with anything on it.
    case isEmpty
    case duplicateHeading(heading: String, cells: [String])
    /// A column has no heading, but the cell has a value.
    case emptyHeading(cell: String)

    /// What is wrong, where, and what to do, for the person who gave the file.
    public var message: String {
        switch self {
        case .cannotOpen(let path):
            "The file \(path) cannot be opened. Check that it exists and that you may read it."
        case .isProtected:
            """
            The workbook is protected by a password. Open it, take the password off (File, Info, Protect Workbook), save it as \
            .xlsx or CSV and give that file.
            """
        case .otherFormat(let kind):
            "The selected file is \(kind). Open it in a spreadsheet program, save it as .xlsx or CSV and give that file."
        case .isArchive:
            "The selected file is a zip. Unzip it and give the files in it one by one."
        case .damaged(let reason):
            "The workbook is damaged: \(reason) Open it in a spreadsheet program, save it again as .xlsx or CSV and give that file."
        case .tooLarge(let megabytes):
            "The workbook must be smaller than \(megabytes) MB when unpacked. Give fewer pupils or years at a time, or save it as CSV."
        case .tooDense(let part):
            """
            The workbook's part “\(part)” unpacks to far more than a workbook that people made, so it was not read. \
            Save the table as CSV and give that file.
            """
        case .tooManyCells(let limit):
            "The sheet must have \(limit) cells or fewer. Delete what is not needed, or split it into several files."
        case .tooManyRows(let limit):
            "The sheet must have \(limit) rows or fewer. Split it into several files."
        case .tooManyColumns(let row, let limit):
            "Row \(row) must have \(limit) columns or fewer."
        case .textTooLong(let cell, let limit):
            "The text in cell \(cell) must be \(limit) bytes or shorter."
        case .isEmpty:
            "The workbook has no sheet with anything on it. The first row of a sheet must name the columns."
        case .duplicateHeading(let heading, let cells):
            "The heading “\(heading)” must appear only once. It is in cells \(cells.joined(separator: " and "))."
        case .emptyHeading(let cell):
            "The column of cell \(cell) must have a heading, because that cell has a value in it."
        }
    }
}
