import Assessment
import Tracker

/// What a file did, and what its columns are called, in words.
enum ImportWords {
    /// `214 results were taken from results.xml, 3 pupils were added. 2 things were left out.`
    static func done(_ outcome: ImportOutcome, fileName: String) -> String {
        var parts: [String] = []
        func add(_ count: Int, _ one: String, _ many: String) {
            if count > 0 { parts.append(count == 1 ? "1 \(one)" : "\(count) \(many)") }
        }
        add(outcome.values, "result", "results")
        add(outcome.pupilsAdded, "new pupil", "new pupils")
        add(outcome.pupilsChanged, "pupil’s details", "pupils’ details")
        add(outcome.places, "place in a class", "places in classes")
        if parts.isEmpty { add(outcome.records, "record", "records") }
        let left = ImportStatus.allCases.filter(\.leavesOut).reduce(0) { $0 + outcome.preview.count($1) }
        let tail = left == 0 ? "" : " \(left == 1 ? "1 thing was" : "\(left) things were") left out."
        return "Taken from \(fileName): \(parts.joined(separator: ", ")).\(tail)"
    }

    static func undone(_ outcome: UndoOutcome, fileName: String) -> String {
        var text =
            "\(fileName) was taken back: \(outcome.values == 1 ? "1 result is" : "\(outcome.values) results are") as before"
        if outcome.pupilsRemoved > 0 {
            text +=
                ", \(outcome.pupilsRemoved == 1 ? "1 pupil was" : "\(outcome.pupilsRemoved) pupils were") removed again"
        }
        guard !outcome.leftAlone.isEmpty else { return "\(text)." }
        return
            "\(text). \(outcome.leftAlone.count) \(outcome.leftAlone.count == 1 ? "thing was" : "things were") left alone, because somebody changed \(outcome.leftAlone.count == 1 ? "it" : "them") since."
    }

    /// `Reading scaled score`, `Preferred surname`, `Pupil`; of another assessment than Key Stage 2 with its name before it
    /// where the column does not say it: `End of Key Stage 1: Reading teacher assessment`.
    static func column(_ id: String, _ assessment: AssessmentKind?, _ year: Int?, _ columns: SchoolColumns) -> String {
        if let assessment, let year = year.flatMap(SchoolYear.init(endYear:)),
            let column = try? columns.column(ColumnID(rawValue: id), of: assessment, year: year)
        {
            return assessment == .ks1 ? "\(assessment.title): \(column.fullTitle)" : column.fullTitle
        }
        let words = id.replacing("_", with: " ")
        let title = details[id] ?? words.uppercasedStart
        return assessment.map { $0 == .ks2 ? title : "\($0.title), \(id)" } ?? title
    }

    /// Where the name is more than its words.
    private static let details = [
        "upn": "UPN", "former_upn": "Former UPN", "eal": "English as an additional language", "sen": "SEN provision",
        "fsm": "Free school meals", "fsm6": "Free school meals in the last six years",
        "post_looked_after": "Previously looked after",
    ]
}
