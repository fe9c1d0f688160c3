import Assessment

/// One value of a file that has found its column.
struct ResultLine {
    var column: ColumnID
    /// As it stands in the file.
    var text: String
    var line: Int
    /// When the result was reached, `YYYY-MM-DD`, where the file says.
    var date: String?
}
