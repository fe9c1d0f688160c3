import Assessment
import Reports

extension GridTable {
    /// The columns as the grid's modules read them: `{"columns":[{"id","name","kind","max","hint","codes":0}],"codes":[[["A","absent"]]]}`.
    ///
    /// Columns that take the same codes name the same list, so that a list stands in the page once.
    var columnsJSON: String {
        var lists: [[GridCode]] = []
        var entries: [String] = []
        for column in columns {
            var members = [
                "\"id\":\(JSONText.quoted(column.id.rawValue))", "\"name\":\(JSONText.quoted(column.name))",
                "\"kind\":\(JSONText.quoted(column.kind.name))", "\"hint\":\(JSONText.quoted(column.hint))",
            ]
            if column.isAlone { members.append("\"subject\":\(JSONText.quoted(column.id.rawValue))") }
            if case .mark(let maximum) = column.kind { members.append("\"max\":\(maximum)") }
            if !column.codes.isEmpty {
                let index = lists.firstIndex(of: column.codes) ?? lists.endIndex
                if index == lists.endIndex { lists.append(column.codes) }
                members.append("\"codes\":\(index)")
            }
            entries.append("{\(members.joined(separator: ","))}")
        }
        let codes = lists.map { list in
            "[" + list.map { "[\(JSONText.quoted($0.code)),\(JSONText.quoted($0.meaning))]" }.joined(separator: ",")
                + "]"
        }
        return "{\"columns\":[\(entries.joined(separator: ","))],\"codes\":[\(codes.joined(separator: ","))]}"
    }
}

extension GridColumn.Kind {
    /// The kind's name in the page's JSON.
    var name: String {
        switch self {
        case .mark: "mark"
        case .total: "total"
        case .scaled: "scaled"
        case .outcome: "outcome"
        case .judgement: "judgement"
        }
    }
}
