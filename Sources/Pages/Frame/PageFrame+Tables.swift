import Markup

extension PageFrame {
    /// The name in a page's address that asks for its tables as a file.
    public static let tablesParameter = "tables"

    /// The way to a page's tables as files, below its content.
    static func tableLinks(_ route: Route) -> HTML {
        func link(_ format: SpreadsheetFormat, _ words: String) -> HTML {
            let separator = route.link.contains("?") ? "&" : "?"
            return """
                <a href="\(url: "\(route.link)\(separator)\(tablesParameter)=\(format.rawValue)")" download>\(words)</a>
                """
        }
        return """

            <p class="page-files">What this page lists, as a file: \(link(.xlsx, "Excel")) \(link(.csv, "CSV"))</p>
            """
    }
}

extension HTML {
    private static let table = Array("<table".utf8)

    /// Whether a table stands in it.
    var hasTable: Bool {
        bytes.withUnsafeBytes { bytes in
            bytes.indices.contains { start in
                bytes[start] == Self.table[0] && bytes[start...].starts(with: Self.table)
            }
        }
    }
}
