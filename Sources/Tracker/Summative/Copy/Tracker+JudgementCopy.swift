import Assessment
import Reports
public import Storage

extension Tracker {
    /// Says what copying judgements forward would do, and writes nothing.
    ///
    /// - Throws: ``TrackerError`` for who may not enter judgements of these pupils, terms in the wrong order, a year that
    ///   has not begun.
    public func planCopy(_ copy: JudgementCopy, school: School, as caller: Caller) async throws -> JudgementCopyPlan {
        try requireEntry(
            .summative, school: school, year: copy.to.year, className: copy.className, as: caller)
        return try await database.read { [self] session in try plan(copy, session, school) }
    }

    /// Copies judgements forward, in one transaction and as one batch that can be undone. What is judged already stays.
    ///
    /// - Parameter fingerprint: of the plan that was agreed to; nil to go by the data as they are.
    /// - Returns: the plan that was carried out, and its batch; nil when there was nothing to copy.
    /// - Throws: as ``planCopy(_:school:as:)``, and ``TrackerError/planIsOld`` when the plan is another by now.
    public func copyForward(
        _ copy: JudgementCopy, agreed fingerprint: String? = nil, school: School, as caller: Caller
    ) async throws -> (plan: JudgementCopyPlan, batch: Int64?) {
        try requireEntry(
            .summative, school: school, year: copy.to.year, className: copy.className, as: caller)
        let stamp = stamp(caller, in: school, source: caller.channel == .page ? .fill : .command(caller))
        return try await database.write { [self] session in
            let plan = try plan(copy, session, school)
            if let fingerprint, fingerprint != plan.fingerprint { throw TrackerError.planIsOld }
            guard !plan.isEmpty else { return (plan, nil) }
            var stamp = stamp
            let batch = session.nextID()
            stamp.batchID = batch
            let stored = try ResultStore(session).putMany(plan.changes, school: school.id, by: stamp)
            try BatchStore(session).insert(
                Batch(
                    id: batch, kind: BatchKind.judgements,
                    name: "\(copy.who): \(copy.from.title) copied to \(copy.to.title)", year: copy.to.year,
                    countsJSON: "{\"new\":\(stored)}", by: stamp), school: school.id)
            return (plan, batch)
        }
    }

    private func plan(_ copy: JudgementCopy, _ session: any SQLSession, _ school: School) throws -> JudgementCopyPlan {
        let settings = try summatives.current(session, school: school.id).settings
        try copy.check(settings)
        let date = try defaultAssessmentDate(copy.to.year)
        let span = settings.terms.span(of: copy.to.term, in: copy.to.year)
        // Of a year that is over, who left at its end was there in its last term, whenever in it the last day was.
        let isOver = clock.currentSchoolYear().map { copy.to.year < $0 } ?? false
        return try JudgementCopyPlan(
            session, copy, school: school, settings: settings, date: date,
            stay: isOver ? span.first : min(date, span.last))
    }
}
