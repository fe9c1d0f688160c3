import Assessment
import Storage

/// Compares a file's results with the stored ones and lists what becomes of each. Belongs to one transaction.
final class ResultSorter {
    private let data: ImportData
    private let clock: TrackerClock
    private let conflicts: Set<ImportCellKey>
    private let leftOut: Set<ImportCellKey>
    /// When the file was written, in the stored form; nil when it does not say.
    private let writtenAt: String?
    /// Whether totals, scores and outcomes of the file are only compared with what is worked out here.
    private let comparesDerived: Bool
    private struct Key: Hashable {
        let assessment: YearGroupAssessment
        let year: Int
    }

    private var classifiers: [Key: SubjectClassifier] = [:]
    private var columnsOfParts: [ResultPart: [ColumnID]] = [:]
    private var sentences: [String: String] = [:]

    init(
        data: ImportData, clock: TrackerClock, choices: ImportChoices, writtenAt: String?, comparesDerived: Bool = false
    ) {
        self.data = data
        self.clock = clock
        conflicts = choices.conflicts
        leftOut = choices.leftOut
        self.writtenAt = writtenAt
        self.comparesDerived = comparesDerived
    }

    /// Adds the items of one pupil and one part of an assessment to the plan.
    ///
    /// - Parameters:
    ///   - index: the pupil's place among the plan's people.
    ///   - columns: those of the year.
    func add(
        _ lines: [ResultLine], part: ResultPart, columns: any AssessmentColumns, of index: Int,
        to plan: inout ImportPlan
    ) throws {
        guard !lines.isEmpty, let year = SchoolYear(endYear: part.year) else { return }
        let key = plan.people[index].key
        var stored: [ColumnID: StoredValue] = [:]
        if let place = plan.people[index].place {
            stored = try data.values(part.assessment.kind, year)[data.pupils.ids[place]] ?? [:]
        }
        let isNamed = { (line: ResultLine, choices: Set<ImportCellKey>) in
            !choices.isEmpty
                && choices.contains(ImportCellKey(pupil: key, year: year.endYear, column: line.column.rawValue))
        }
        let incoming = lines.map { line in
            SubjectCase.Incoming(column: line.column, text: line.text, isTicked: isNamed(line, conflicts))
        }
        var known: [SubjectCase.Known] = []
        if !stored.isEmpty {
            for column in columnsOf(part, columns) {
                if let value = stored[column] {
                    let isLater = isLater(value)
                    if value.value != nil || isLater {
                        known.append(.init(column: column, value: value.value, isLater: isLater))
                    }
                }
            }
        }
        func verdicts(_ incoming: [SubjectCase.Incoming]) -> [Verdict] {
            classifiers[
                Key(assessment: part.assessment, year: part.year),
                default: SubjectClassifier(columns: columns, tables: data.tables)
            ]
            .verdicts(
                SubjectCase(part: part, incoming: incoming, known: known, comparesDerived: comparesDerived))
        }
        let isLeft = lines.map { isNamed($0, leftOut) }
        var all = verdicts(incoming)
        if isLeft.contains(true) {
            // The others are judged as if these did not stand in the file: a total may wait for the paper left out.
            var rest = verdicts(zip(incoming, isLeft).filter { !$1 }.map(\.0))[...]
            for position in all.indices where !isLeft[position] {
                if let verdict = rest.popFirst() { all[position] = verdict }
            }
        }
        for (position, (line, verdict)) in zip(lines, all).enumerated() {
            var flags: ImportItems.Flags = []
            if verdict.stores { flags.insert(.offered) }
            if verdict.stores, !isLeft[position] { flags.insert(.stores) }
            if verdict.canTake { flags.insert(.canTake) }
            plan.list.add(
                .init(
                    verdict.status, pupil: index, line: line.line, assessment: part.assessment.kind, year: year.endYear,
                    column: line.column.rawValue, old: verdict.old, value: verdict.value,
                    message: isLeft[position] && verdict.stores
                        ? "Left out: not ticked."
                        : message(
                            verdict, stored[line.column].map { shown($0, line.column, part.assessment.kind, year) }),
                    date: line.date, flags: flags))
        }
    }

    /// The columns of a part that take values, in the order of the grid.
    private func columnsOf(_ part: ResultPart, _ columns: any AssessmentColumns) -> [ColumnID] {
        if let known = columnsOfParts[part] { return known }
        let found = columns.stored.map(\.id).filter { ResultPart.name(part.assessment.kind, $0) == part.name }
        columnsOfParts[part] = found
        return found
    }

    /// Entered (or cleared) by a person after the file was written.
    private func isLater(_ value: StoredValue) -> Bool {
        guard let writtenAt else { return false }
        switch value.source {
        case .grid, .paste, .fill, .gridUndo, .gridRedo, .restore, .api, .command: return value.changedAt > writtenAt
        case .file, .undo: return false
        }
    }

    /// A stored value in the words in which people see it.
    private func shown(_ stored: StoredValue, _ column: ColumnID, _ kind: AssessmentKind, _ year: SchoolYear)
        -> StoredValue
    {
        var shown = stored
        shown.value = data.summative.shown(stored.value, in: column, of: kind, year)
        return shown
    }

    private func message(_ verdict: Verdict, _ stored: StoredValue?) -> String? {
        switch verdict.reason {
        case .none: return nil
        case .text(let text): return text
        case .replaces(let note):
            guard let stored else { return note }
            let sentence = sentence(stored, "replaces") { value, by, at in
                "Replaces \(value ?? "nothing"), stored on \(at) by \(by)."
            }
            return note.map { "\(sentence) \($0)" } ?? sentence
        case .enteredLater:
            guard let stored else { return nil }
            return sentence(stored, "later") { value, by, at in
                let what = value.map { "entered \($0)" } ?? "cleared the value"
                return
                    "\(by) \(what) on \(at), after this file was written. Tick it to take the file’s value all the same."
            }
        }
    }

    /// Sentences about stored values recur by the thousand (one import wrote them all).
    private func sentence(_ stored: StoredValue, _ kind: String, _ make: (String?, String, String) -> String) -> String
    {
        let key = "\(kind)|\(stored.value ?? "")|\(stored.authorName)|\(stored.changedAt)"
        if let known = sentences[key] { return known }
        let sentence = make(stored.value, stored.authorName, clock.inWords(stored.changedAt))
        sentences[key] = sentence
        return sentence
    }
}
