public import TextFiles

/// What a sheet was read from, which decides how places in it are named.
public enum SheetOrigin: Sendable, Hashable {
    case text(TextEncoding, Delimiter)
    case workbook(sheet: String)

    /// For the person who gave the file: the characters of a text, or the sheet of a workbook.
    public var title: String {
        switch self {
        case .text(let encoding, _): encoding.title
        case .workbook(let sheet): "Excel workbook, sheet “\(sheet)”"
        }
    }

    /// `Line 7`, or `Row 7` of a workbook.
    public func place(line: Int) -> String {
        switch self {
        case .text: "Line \(line)"
        case .workbook: "Row \(line)"
        }
    }

    public var isWorkbook: Bool {
        if case .workbook = self { true } else { false }
    }
}
