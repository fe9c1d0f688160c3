import Markup

/// The Information key: every code that the columns shown take this year, with its meaning.
public struct GridKey: Sendable, Hashable {
    /// A column, or several that take the same codes.
    public struct Entry: Sendable, Hashable {
        /// The columns ("Reading paper; GPS papers 1 and 2").
        public var title: String
        /// What they take besides codes ("Marks: 0 to 50, whole numbers."), or nil.
        public var values: String?
        /// The codes with their meanings.
        public var codes: [GridCode]

        /// Makes an entry.
        public init(title: String, values: String? = nil, codes: [GridCode]) {
            self.title = title
            self.values = values
            self.codes = codes
        }
    }

    /// The title ("Codes for 2026").
    public let title: String
    /// The columns in order.
    public let entries: [Entry]
    /// Rules worth knowing here ("A plus after a scaled score is special consideration: ...").
    public let remarks: [String]
    /// The panel beside the grid, drawn once: every page of the grid has it.
    let panel: HTML

    /// Makes a key.
    public init(title: String, entries: [Entry], remarks: [String] = []) {
        self.title = title
        self.entries = entries
        self.remarks = remarks
        panel = Self.panel(title, entries, remarks)
    }

    /// Makes a key from the columns themselves: those with the same codes share an entry.
    ///
    /// - Parameters:
    ///   - title: the key's title ("Codes for 2026").
    ///   - columns: the columns shown; those without codes and without a hint are left out.
    ///   - remarks: rules worth knowing besides.
    public init(title: String, columns: [GridColumn], remarks: [String] = []) {
        var entries: [Entry] = []
        for column in columns where !column.codes.isEmpty || !column.hint.isEmpty {
            let values = column.hint.isEmpty ? nil : column.hint
            if let index = entries.firstIndex(where: { $0.codes == column.codes && $0.values == values }) {
                entries[index].title += "; \(column.name)"
            } else {
                entries.append(Entry(title: column.name, values: values, codes: column.codes))
            }
        }
        self.init(title: title, entries: entries, remarks: remarks)
    }
}
