import Foundation

/// A CSV resource of this target: comma-separated, no quotes, first line the headings.
///
/// The program's own small files are held to this plain form, so that the ground floor needs no CSV reader; files from
/// outside are read by the room made for them.
struct ShippedTable {
    let name: String
    let rows: [[String: String]]

    init(contentsOf url: URL) throws {
        let text = try String(contentsOf: url, encoding: .utf8)
        try self.init(name: url.lastPathComponent, text: text)
    }

    init(name: String, text: String) throws(ShippedDataError) {
        self.name = name
        // By bytes: every start of the program reads all tables, and a Character costs twenty times as much.
        var lines = text.utf8.split { $0 == 0x0A || $0 == 0x0D }
        guard !lines.isEmpty else { throw .malformed(file: name, line: 1) }
        let headings = Self.fields(lines.removeFirst())
        var rows: [[String: String]] = []
        rows.reserveCapacity(lines.count)
        for (offset, line) in lines.enumerated() {
            let fields = Self.fields(line)
            guard fields.count == headings.count else { throw .malformed(file: name, line: offset + 2) }
            rows.append(Dictionary(zip(headings, fields), uniquingKeysWith: { first, _ in first }))
        }
        self.rows = rows
    }

    private static func fields(_ line: Substring.UTF8View) -> [String] {
        line.split(separator: 0x2C, omittingEmptySubsequences: false).map { String(Substring($0)) }
    }

    func text(_ heading: String, row: Int) throws(ShippedDataError) -> String {
        guard let text = rows[row][heading] else { throw .malformed(file: name, line: row + 2) }
        return text
    }

    func number(_ heading: String, row: Int) throws(ShippedDataError) -> Int {
        guard let number = try Int(text(heading, row: row)) else { throw .malformed(file: name, line: row + 2) }
        return number
    }

    /// nil for an empty field.
    func optionalNumber(_ heading: String, row: Int) throws(ShippedDataError) -> Int? {
        try text(heading, row: row).isEmpty ? nil : number(heading, row: row)
    }
}
