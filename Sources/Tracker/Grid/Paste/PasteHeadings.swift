import Assessment
import Spreadsheets

/// What the first line of a block names, if it is a heading line.
struct PasteHeadings {
    enum Use: Hashable {
        case upn
        case name
        case surname
        case forename
        case column(ColumnID)
        /// Known, but nothing for the grid: class, date of birth.
        case aside
        case unknown
    }

    let headings: [String]
    let uses: [Use]

    /// - Returns: nil when the line is no heading line.
    init?(_ line: [String], columns: any AssessmentColumns, isValue: (String) -> Bool) {
        let names = Self.names(columns)
        let uses = line.map { heading in
            heading.isEmpty ? Use.aside : names[HeadingMap.folded(heading)] ?? .unknown
        }
        let isKnown = uses.contains { use in
            switch use {
            case .upn, .name, .surname, .forename, .column: true
            case .aside, .unknown: false
            }
        }
        // A code such as A is no heading, and a line with marks is none either.
        guard isKnown, !zip(line, uses).contains(where: { $1 == .unknown && (isValue($0) || Int($0) != nil) }) else {
            return nil
        }
        headings = line
        self.uses = uses
    }

    func place(_ use: Use) -> Int? { uses.firstIndex(of: use) }

    private static func names(_ columns: any AssessmentColumns) -> [String: Use] {
        var names: [String: Use] = [:]
        func add(_ name: String, _ use: Use) {
            let key = HeadingMap.folded(name)
            if names[key] == nil { names[key] = use }
        }
        for column in columns.all {
            add(column.id.rawValue, .column(column.id))
            add(column.fullTitle, .column(column.id))
        }
        for column in columns.all {
            // A sheet of Key Stage 1 calls its columns as one of Key Stage 2 does.
            let ids = [ResultsFields.id(column.id, columns.kind), column.id.rawValue]
            for field in ResultsFields.all where ids.contains(field.id) {
                for name in field.names { add(name, .column(column.id)) }
            }
        }
        for name in ["Name", "Pupil", "Pupil name", "Full name", "Student", "Child", "Names", "Pupils"] {
            add(name, .name)
        }
        for field in ResultsFields.identity + RosterFields.all {
            let use: Use =
                switch field.id {
                case "upn": .upn
                case "surname", "preferred_surname": .surname
                case "forename", "preferred_forename": .forename
                default: .aside
                }
            for name in field.names { add(name, use) }
        }
        return names
    }
}
