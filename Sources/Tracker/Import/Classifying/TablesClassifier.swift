import Assessment
import Spreadsheets
import TextFiles

/// Compares conversion tables of a file with those in use. The tables are the installation's, not a school's.
enum TablesClassifier {
    /// - Throws: ``TrackerError/file(_:)`` when a table can't be read, ``TrackerError/table(_:)`` when one is wrong.
    static func plan(_ sheet: Sheet, year: SchoolYear?, data: ImportData, choices: ImportChoices) throws -> ImportPlan {
        var plan = ImportPlan(kind: .conversionTable)
        var keys: Set<ConversionTable.Key> = []
        plan.source = ImportSource(year: year, encoding: sheet.origin.title, isWorkbook: sheet.origin.isWorkbook)
        plan.warnings += sheet.warnings.map(\.message)
        for table in try ConversionTableFile.parse(sheet, year: year) {
            let checked = try ConversionTableFile.check(table, reference: data.reference, origin: sheet.origin)
            guard keys.insert(checked.key).inserted else {
                throw FileReading.refusal("The file has two tables of \(checked.key). Leave one of them.")
            }
            plan.add(checked, line: table.rows.first?.line ?? 0, present: data.tables, choices: choices)
        }
        return plan
    }
}

extension ImportPlan {
    fileprivate mutating func add(
        _ table: ConversionTable, line: Int, present: ConversionTables, choices: ImportChoices
    ) {
        let old = present.table(table.key)
        let status: ImportStatus
        var message: String?
        if old?.scores == table.scores {
            status = .same
        } else if old == nil {
            status = .new
        } else if present.isLoaded(table.key), !choices.replacesTables {
            status = .conflict
            message =
                "A table of \(table.key) is loaded already. Confirm that it is to be replaced; the old one is kept."
        } else {
            status = .changed
            message =
                present.isLoaded(table.key)
                ? "The table loaded before is kept, out of use." : "Replaces the table that comes with the program."
        }
        if status == .new || status == .changed { tables.append(table) }
        list.add(
            .init(
                status, pupil: nil, line: line, year: table.key.year,
                column: "ks\(table.key.keyStage).\(table.key.subject.rawValue)", old: old.map(Self.summary),
                value: Self.summary(table), message: message))
    }

    /// `0 to 110 marks; 100 at 58, 110 at 93`.
    private static func summary(_ table: ConversionTable) -> String {
        let standards = [100, 110].compactMap { score in table.firstRaw(reaching: score).map { "\(score) at \($0)" } }
        return "0 to \(table.maximum) marks; \(standards.joined(separator: ", "))"
    }
}
