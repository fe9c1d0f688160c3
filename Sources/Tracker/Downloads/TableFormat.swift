/// The form in which a table is taken away.
public enum TableFormat: String, Sendable, Hashable, CaseIterable {
    case csv
    case xlsx

    /// The media type of the file.
    public var contentType: String {
        switch self {
        case .csv: "text/csv; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        }
    }
}
