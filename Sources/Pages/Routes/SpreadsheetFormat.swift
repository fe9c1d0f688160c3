/// A form in which a table can be downloaded; the raw value is the file name's ending.
public enum SpreadsheetFormat: String, CaseIterable, Hashable, Sendable {
    case csv
    case xlsx
}
