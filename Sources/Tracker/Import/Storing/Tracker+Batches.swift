public import Storage

extension Tracker {
    /// Those batches of a school that a caller may take back, and so may see, newest first; with those taken back already.
    ///
    /// - Throws: ``TrackerError/notAllowed(_:role:)`` when the role takes nothing back.
    public func batches(school: School, as caller: Caller) async throws -> [Batch] {
        try requireBatches(caller, in: school)
        return try await database.read { try BatchStore($0).all(school: school.id) }
            .filter { whyNot(undo: $0, in: school, as: caller) == nil }
    }

    /// Whether a caller's role takes anything back at all: files, own groups, judgements copied forward.
    public func seesBatches(_ caller: Caller, in school: School) -> Bool {
        BatchKind.permissions.contains { isAllowed($0, caller, in: school) }
    }

    func requireBatches(_ caller: Caller, in school: School) throws(TrackerError) {
        if !seesBatches(caller, in: school) { try require(.importFiles, caller, in: school) }
    }

    /// Why a caller may not take a batch back (so not look at it either); nil when they may. Who may do a thing by hand may take it back.
    private func whyNot(undo batch: Batch, in school: School, as caller: Caller) -> TrackerError? {
        do throws(TrackerError) {
            try require(BatchKind.permission(for: batch.kind), caller, in: school)
            // Who enters judgements of their own classes takes back only what they copied.
            if batch.kind == BatchKind.judgements, batch.authorID != caller.userID {
                try require(.enterResults, caller, in: school)
            }
            return nil
        } catch {
            return error
        }
    }

    /// A batch with the school it belongs to.
    ///
    /// - Throws: ``TrackerError/unknownBatch(_:)``, ``TrackerError/notAllowed(_:role:)``.
    public func batch(_ id: Int64, as caller: Caller) async throws -> (school: School, batch: Batch) {
        let found = try await database.read { session -> (school: School, batch: Batch)? in
            let store = BatchStore(session)
            guard let schoolID = try store.school(ofBatch: id),
                let school = try SchoolStore(session).find(id: schoolID),
                let batch = try store.find(school: schoolID, id: id)
            else { return nil }
            return (school, batch)
        }
        guard let found else { throw TrackerError.unknownBatch("\(id)") }
        if let refusal = whyNot(undo: found.batch, in: found.school, as: caller) { throw refusal }
        return found
    }

    /// Takes a batch back: everything it wrote becomes what it was before, unless somebody changed it since.
    ///
    /// One transaction, itself in the ledger. Pupils that the batch added go, unless they have other data by now.
    ///
    /// - Throws: ``TrackerError/unknownBatch(_:)``, ``TrackerError/notAllowed(_:role:)``, ``TrackerError/alreadyUndone(_:)``.
    public func undo(batch id: Int64, as caller: Caller) async throws -> UndoOutcome {
        let undoing = try await undoing(id, as: caller)
        return try await database.write { try undoing($0) }
    }

    /// What taking a batch back would do now; nothing is changed.
    ///
    /// It is done and given up in one transaction, so it costs as much as doing it.
    ///
    /// - Throws: as ``undo(batch:as:)``.
    public func previewUndo(batch id: Int64, as caller: Caller) async throws -> UndoOutcome {
        struct GivenUp: Error { let outcome: UndoOutcome }
        let undoing = try await undoing(id, as: caller)
        do {
            return try await database.write { throw GivenUp(outcome: try undoing($0)) }
        } catch let givenUp as GivenUp {
            return givenUp.outcome
        }
    }

    private func undoing(_ id: Int64, as caller: Caller) async throws
        -> @Sendable (any SQLSession) throws -> UndoOutcome
    {
        let (school, batch) = try await batch(id, as: caller)
        let stamp = stamp(caller, in: school, source: .undo)
        let (clock, summatives, reference) = (clock, summatives, reference)
        return { session in
            guard
                try BatchStore(session).markUndone(school: school.id, id: id, at: stamp.at, by: stamp.author.name)
            else { throw TrackerError.alreadyUndone("\(id) (\(batch.fileName))") }
            var undo = BatchUndo(
                session: session, school: school.id, batch: id, stamp: stamp, clock: clock,
                summatives: summatives, reference: reference)
            return try undo.run()
        }
    }
}
