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
        let year: SchoolYear
    }

    private var classifiers: [Key: SubjectClassifier] = [:]
    private var parts: [ResultPart: JudgedPart] = [:]
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

    /// What the values of a part are judged with.
    ///
    /// - Throws: why its assessment has no columns in the year.
    func part(_ part: ResultPart) throws(AssessmentNotHeld) -> JudgedPart {
        if let known = parts[part] { return known }
        let columns = try data.columns(part.assessment, part.year.endYear)
        let key = Key(assessment: part.assessment, year: part.year)
        let classifier = classifiers[key] ?? SubjectClassifier(columns: columns, tables: data.tables)
        classifiers[key] = classifier
        let judged = JudgedPart(part, columns: columns, classifier: classifier)
        parts[part] = judged
        return judged
    }

    /// Adds the items of one pupil and one part of an assessment to the plan.
    ///
    /// - Parameter index: the pupil's place among the plan's people.
    func add(_ lines: [ResultLine], to judged: JudgedPart, of index: Int, in plan: inout ImportPlan) throws {
        guard !lines.isEmpty else { return }
        var stored: [ColumnID: StoredValue] = [:]
        if let place = plan.people[index].place {
            stored = try data.values(judged.part.assessment.kind, judged.part.year)[data.pupils.ids[place]] ?? [:]
        }
        if stored.isEmpty, conflicts.isEmpty, leftOut.isEmpty {
            addNew(lines, to: judged, of: index, in: &plan)
        } else {
            add(lines, beside: stored, to: judged, of: index, in: &plan)
        }
    }

    /// Where nothing is stored and no choice was made, a case has the same items whoever's they are.
    private func addNew(_ lines: [ResultLine], to judged: JudgedPart, of index: Int, in plan: inout ImportPlan) {
        let incoming = lines.map { SubjectCase.Incoming(column: $0.column, text: $0.text, isTicked: false) }
        let known = judged.classifier.judge(
            SubjectCase(part: judged.part, incoming: incoming, known: [], comparesDerived: comparesDerived))
        if known.entries.isEmpty {
            known.entries = zip(lines, known.verdicts).map { line, verdict in
                plan.list.entry(item(line, verdict, message(verdict, nil), judged.part, isLeft: false))
            }
        }
        for (line, entry) in zip(lines, known.entries) {
            plan.list.add(entry, pupil: index, line: line.line, date: line.date)
        }
    }

    private func add(
        _ lines: [ResultLine], beside stored: [ColumnID: StoredValue], to judged: JudgedPart, of index: Int,
        in plan: inout ImportPlan
    ) {
        let part = judged.part
        let key = plan.people[index].key
        let isNamed = { (line: ResultLine, choices: Set<ImportCellKey>) in
            !choices.isEmpty
                && choices.contains(ImportCellKey(pupil: key, year: part.year.endYear, column: line.column.rawValue))
        }
        let incoming = lines.map { line in
            SubjectCase.Incoming(column: line.column, text: line.text, isTicked: isNamed(line, conflicts))
        }
        var known: [SubjectCase.Known] = []
        for column in stored.isEmpty ? [] : judged.stored {
            guard let value = stored[column] else { continue }
            let isLater = isLater(value)
            guard value.value != nil || isLater else { continue }
            known.append(.init(column: column, value: value.value, isLater: isLater))
        }
        func verdicts(_ incoming: [SubjectCase.Incoming]) -> [Verdict] {
            judged.classifier.judge(
                SubjectCase(part: part, incoming: incoming, known: known, comparesDerived: comparesDerived)
            ).verdicts
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
            let message =
                isLeft[position] && verdict.stores
                ? "Left out: not ticked."
                : message(
                    verdict, stored[line.column].map { shown($0, line.column, part.assessment.kind, part.year) })
            let entry = plan.list.entry(item(line, verdict, message, part, isLeft: isLeft[position]))
            plan.list.add(entry, pupil: index, line: line.line, date: line.date)
        }
    }

    /// An item of no pupil yet.
    private func item(_ line: ResultLine, _ verdict: Verdict, _ message: String?, _ part: ResultPart, isLeft: Bool)
        -> ItemList.Item
    {
        var flags: ImportItems.Flags = []
        if verdict.stores { flags.insert(.offered) }
        if verdict.stores, !isLeft { flags.insert(.stores) }
        if verdict.canTake { flags.insert(.canTake) }
        if verdict.differs { flags.insert(.differs) }
        return .init(
            verdict.status, pupil: nil, line: 0, assessment: part.assessment.kind, year: part.year.endYear,
            column: line.column.rawValue, old: verdict.old, value: verdict.value, message: message, flags: flags)
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
