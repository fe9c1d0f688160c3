import Assessment
public import Storage

extension Tracker {
    /// How much each batch of a school stored, by batch.
    ///
    /// - Throws: ``TrackerError/notAllowed(_:role:)`` when the role takes nothing back.
    public func batchCounts(school: School, as caller: Caller) async throws -> [Int64: BatchCountStore.Count] {
        try requireBatches(caller, in: school)
        return try await database.read { try BatchCountStore($0).counts(school: school.id) }
    }

    /// What a batch stored, from the ledgers.
    ///
    /// - Parameter limit: how many steps are given at most; the total is of all.
    /// - Throws: ``TrackerError/unknownBatch(_:)``, ``TrackerError/notAllowed(_:role:)``.
    public func content(ofBatch id: Int64, limit: Int, as caller: Caller) async throws -> BatchContent {
        let school = try await batch(id, as: caller).school
        let summatives = summatives
        return try await database.read { session in
            let ledger = LedgerStore(session)
            let results = try ledger.entries(school: school.id, batch: id)
            let details = try ledger.pupilEntries(school: school.id, batch: id)
            let summative =
                try results.contains { $0.cell.assessment == .summative }
                ? summatives.current(session, school: school.id) : .standard
            var names: [Int64: String] = [:]
            func name(_ pupil: Int64) throws -> String {
                if let known = names[pupil] { return known }
                let found = try PupilStore(session).find(school: school.id, id: pupil)
                let name = found?.pupil.displayName ?? "Pupil \(pupil)"
                names[pupil] = name
                return name
            }
            var steps = try results.prefix(limit).map { entry in
                let cell = entry.cell
                func shown(_ value: String?) -> String? {
                    summative.shown(value, in: cell.column, of: cell.assessment, cell.year)
                }
                return BatchContent.Step(
                    pupilName: try name(cell.pupilID), assessment: cell.assessment, year: cell.year,
                    column: cell.column, old: shown(entry.oldValue), new: shown(entry.newValue))
            }
            for entry in details.prefix(max(0, limit - steps.count)) {
                let what = entry.kind == .pupil ? "details" : "year group and class"
                steps.append(
                    BatchContent.Step(
                        pupilName: try name(entry.pupilID), old: entry.before == nil ? nil : what, new: what))
            }
            return BatchContent(steps: steps, total: results.count + details.count)
        }
    }
}
