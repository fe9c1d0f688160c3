import Assessment
import Storage

/// Takes one batch back within a transaction.
struct BatchUndo {
    let session: any SQLSession
    let school: Int64
    let batch: Int64
    let stamp: ChangeStamp
    let clock: TrackerClock
    private let summatives: SummativeCache
    private let reference: ReferenceData
    private var outcome: UndoOutcome
    private var names: [Int64: String] = [:]

    init(
        session: any SQLSession, school: Int64, batch: Int64, stamp: ChangeStamp, clock: TrackerClock,
        summatives: SummativeCache, reference: ReferenceData
    ) {
        self.session = session
        self.school = school
        self.batch = batch
        self.stamp = stamp
        self.clock = clock
        self.summatives = summatives
        self.reference = reference
        outcome = UndoOutcome(batch: batch)
    }

    mutating func run() throws -> UndoOutcome {
        let ledger = LedgerStore(session)
        try restoreValues(ledger.entries(school: school, batch: batch))
        let entries = try ledger.pupilEntries(school: school, batch: batch)
        try restorePlaces(entries.filter { $0.kind == .place })
        try CTFRecordStore(session).deleteAll(school: school, batch: batch)
        try restorePupils(entries.filter { $0.kind == .pupil })
        return outcome
    }

    // MARK: Results

    private mutating func restoreValues(_ entries: [LedgerEntry]) throws {
        let store = ResultStore(session)
        let undone = try BatchStore(session).undone(school: school)
        var changes: [ResultChange] = []
        for ((year, assessment), entries) in Self.grouped(entries) {
            let current = try store.values(school: school, year: year, assessment: assessment)
            let summative: SchoolSummative =
                try assessment == .summative ? summatives.current(session, school: school) : .standard
            for entry in entries {
                let cell = entry.cell
                guard let now = current[cell.pupilID]?[cell.column] else { continue }
                let isUntouched =
                    now.revision == entry.revision || (now.source == .undo && now.value == entry.newValue)
                guard isUntouched else {
                    let value = summative.shown(now.value, in: cell.column, of: assessment, year)
                    try leaveAlone(
                        cell.pupilID, title(cell, summative),
                        "It is \(value ?? "cleared") now, since \(clock.inWords(now.changedAt)), by \(now.authorName)."
                    )
                    continue
                }
                let before = try stateBefore(entry, undone)
                changes.append(
                    ResultChange(
                        cell: cell, value: before.value, assessedOn: before.value == nil ? nil : before.assessedOn,
                        known: now))
            }
        }
        outcome.values = try store.putMany(changes, school: school, by: stamp)
    }

    private func title(_ cell: CellKey, _ summative: SchoolSummative) -> String {
        let columns = try? reference.columns(
            of: YearGroupAssessment(cell.assessment), year: cell.year.endYear, summative: summative.settings)
        return "\(columns?.column(cell.column)?.fullTitle ?? cell.column.rawValue) \(cell.year.endYear)"
    }

    /// What the batch replaced, with its date. What a batch brought that was taken back by now, and was left alone then because
    /// of this one, does not come back: the state before it does.
    private func stateBefore(_ entry: LedgerEntry, _ undone: Set<Int64>) throws
        -> (value: String?, assessedOn: CalendarDate?)
    {
        guard entry.oldValue != nil else { return (nil, nil) }
        var value = entry.oldValue
        // Newest first, each entry with what it replaced.
        for earlier in try LedgerStore(session).history(school: school, cell: entry.cell)
        where earlier.revision < entry.revision {
            guard let batch = earlier.batchID, undone.contains(batch) else { return (value, earlier.assessedOn) }
            value = earlier.oldValue
        }
        return (value, nil)
    }

    private struct Sitting: Hashable {
        let year: SchoolYear
        let assessment: AssessmentKind
    }

    private static func grouped(_ entries: [LedgerEntry]) -> [((SchoolYear, AssessmentKind), [LedgerEntry])] {
        Dictionary(grouping: entries) { Sitting(year: $0.cell.year, assessment: $0.cell.assessment) }
            .sorted { ($0.key.year, $0.key.assessment.rawValue) < ($1.key.year, $1.key.assessment.rawValue) }
            .map { (($0.key.year, $0.key.assessment), $0.value) }
    }

    // MARK: Places

    private mutating func restorePlaces(_ entries: [PupilLedgerEntry]) throws {
        let store = CohortStore(session)
        for entry in entries {
            guard let after = try entry.placeAfter() else { continue }
            let before = try entry.placeBefore()
            let now = try store.place(school: school, year: after.year, pupil: entry.pupilID)
            guard now == after else {
                try leaveAlone(
                    entry.pupilID, "\(after.yearGroup.title) in \(after.year.label)",
                    "The place has been changed since.")
                continue
            }
            if before == nil, try hasResults(entry.pupilID, after) {
                try leaveAlone(
                    entry.pupilID, "\(after.yearGroup.title) in \(after.year.label)",
                    "The place stays: there are other results of that year, which count by it.")
                continue
            }
            if let before {
                try store.upsert(before, school: school, by: stamp)
            } else {
                try store.remove(school: school, year: after.year, pupil: entry.pupilID, by: stamp)
            }
            outcome.places += 1
        }
    }

    /// Whether the pupil has results of the year and year group that the batch did not bring, or that stay.
    private func hasResults(_ pupil: Int64, _ place: CohortPlace) throws -> Bool {
        try ResultStore(session).values(school: school, pupil: pupil).contains { cell, value in
            value.value != nil && cell.year == place.year
                && cell.assessment.yearGroups.contains(place.yearGroup)
        }
    }

    // MARK: Pupils

    private mutating func restorePupils(_ entries: [PupilLedgerEntry]) throws {
        let store = PupilStore(session)
        // A batch can write a pupil once only, so the order does not matter.
        for entry in entries {
            guard let after = try entry.pupilAfter(), let now = try store.find(school: school, id: entry.pupilID) else {
                continue
            }
            if let before = try entry.pupilBefore() {
                try restore(now, before: before, after: after)
            } else if let reason = try whyKept(now.pupil, after) {
                try leaveAlone(entry.pupilID, "pupil", "The pupil stays: \(reason)")
            } else {
                try store.delete(school: school, id: entry.pupilID, by: stamp)
                outcome.pupilsRemoved += 1
            }
        }
    }

    /// Puts back each detail that the batch changed and nobody changed since.
    private mutating func restore(_ now: StoredPupil, before: Pupil, after: Pupil) throws {
        var pupil = now.pupil
        for field in PupilField.allCases where field.text(before) != field.text(after) {
            if field == .groups {
                // Each group is a fact of its own: what was done to the others since stays.
                pupil.groups.removeAll { after.groups.contains($0) && !before.groups.contains($0) }
                pupil.groups += before.groups.filter { !after.groups.contains($0) && !pupil.groups.contains($0) }
                if Set(pupil.groups) == Set(before.groups) { pupil.groups = before.groups }
                continue
            }
            guard field.text(now.pupil) == field.text(after) else {
                try leaveAlone(
                    now.pupil.id, field.rawValue, "It has been changed since, to \(field.text(now.pupil) ?? "nothing")."
                )
                continue
            }
            field.set(field.text(before), in: &pupil)
        }
        if before.formerUPNs != after.formerUPNs, now.pupil.formerUPNs == after.formerUPNs, pupil.upn == before.upn {
            pupil.formerUPNs = before.formerUPNs
        }
        guard pupil != now.pupil else { return }
        try PupilStore(session).update(pupil, school: school, expectedRevision: now.revision, by: stamp)
        outcome.pupilsRestored += 1
    }

    /// Why a pupil whom the batch added can't go; nil when nothing but the batch knows them.
    private func whyKept(_ now: Pupil, _ after: Pupil) throws -> String? {
        if now != after { return "the details have been changed since." }
        if try ResultStore(session).values(school: school, pupil: now.id).values.contains(where: { $0.value != nil }) {
            return "there are other results."
        }
        if try !CohortStore(session).places(school: school, pupil: now.id).isEmpty {
            return "there are other year groups or classes."
        }
        if try !CTFRecordStore(session).records(school: school, pupil: now.id).isEmpty {
            return "there are records of other files."
        }
        return nil
    }

    private mutating func leaveAlone(_ pupil: Int64, _ what: String, _ message: String) throws {
        if names[pupil] == nil {
            let found = try PupilStore(session).find(school: school, id: pupil)?.pupil
            names[pupil] = found.map { "\($0.surname), \($0.forename)" } ?? ""
        }
        outcome.leftAlone.append(
            .init(pupilName: names[pupil] ?? "", pupilID: pupil, what: what, message: message))
    }
}
