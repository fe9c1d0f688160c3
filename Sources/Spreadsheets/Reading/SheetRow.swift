/// One row below the headings.
public struct SheetRow: Sendable, Hashable {
    /// The line of the file, from 1, on which the row begins. A quoted field can make a row span several lines.
    public let line: Int
    /// The fields exactly as written, without the quotes around them; as many as there are headings.
    public let fields: [String]

    public init(line: Int, fields: [String]) {
        self.line = line
        self.fields = fields
    }
}
