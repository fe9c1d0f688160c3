public import Storage

extension Tracker {
    /// The batches of a school, newest first.
    ///
    /// - Throws: ``TrackerError/notAllowed(_:role:)``.
    public func batches(school: School, as caller: Caller) async throws -> [Batch] {
        try require(.importFiles, caller, in: school)
        return try await database.read { try BatchStore($0).all(school: school.id) }
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
        try require(BatchKind.permission(for: found.batch.kind), caller, in: found.school)
        // Who enters judgements of their own classes takes back only what they copied.
        if found.batch.kind == BatchKind.judgements, found.batch.authorID != caller.userID {
            try require(.enterResults, caller, in: found.school)
        }
        return found
    }

    /// Takes a batch back: everything it wrote becomes what it was before, unless somebody changed it since.
    ///
    /// One transaction, itself in the ledger. Pupils that the batch added go, unless they have other data by now.
    ///
    /// - Throws: ``TrackerError/unknownBatch(_:)``, ``TrackerError/notAllowed(_:role:)``, ``TrackerError/alreadyUndone(_:)``.
    public func undo(batch id: Int64, as caller: Caller) async throws -> UndoOutcome {
        let (school, batch) = try await batch(id, as: caller)
        let stamp = stamp(caller, in: school, source: .undo)
        let (clock, summatives) = (clock, summatives)
        return try await database.write { session in
            guard
                try BatchStore(session).markUndone(school: school.id, id: id, at: stamp.at, by: stamp.author.name)
            else { throw TrackerError.alreadyUndone("\(id) (\(batch.fileName))") }
            var undo = BatchUndo(
                session: session, school: school.id, batch: id, stamp: stamp, clock: clock,
                summatives: summatives)
            return try undo.run()
        }
    }
}
