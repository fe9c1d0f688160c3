/// Why a workbook could not be written.
public enum WorkbookWriteError: Error, Sendable, Hashable {
    /// A text longer than a cell of Excel holds.
    case textTooLong(sheet: String, cell: String, limit: Int)
    /// More rows than a sheet of Excel has.
    case tooManyRows(sheet: String, limit: Int)
    case tooManyColumns(sheet: String, limit: Int)
    /// The temporary files could not be written or read.
    case notWritten(reason: String)

    /// What is wrong and what to do.
    public var message: String {
        switch self {
        case .textTooLong(let sheet, let cell, let limit):
            "The text of cell \(cell) on the sheet “\(sheet)” must be \(limit) characters or shorter. Download CSV instead."
        case .tooManyRows(let sheet, let limit):
            "The sheet “\(sheet)” must have \(limit) rows or fewer. Choose fewer pupils, or download CSV instead."
        case .tooManyColumns(let sheet, let limit):
            "The sheet “\(sheet)” must have \(limit) columns or fewer. Download CSV instead."
        case .notWritten(let reason):
            "The workbook could not be written (\(reason)). Check that the disk for temporary files has room."
        }
    }
}
