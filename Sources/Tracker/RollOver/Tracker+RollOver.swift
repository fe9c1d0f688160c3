public import Assessment
public import Storage

extension Tracker {
    /// Says what starting the school year after `year` would do, and writes nothing.
    ///
    /// Every pupil with a place in `year` moves up by a year group, or leaves at its end; who has a place in the new year already keeps
    /// it. Reads the pupils of the school once: some ten milliseconds for 420.
    ///
    /// - Throws: ``TrackerError/notAllowed(_:role:)``, ``TrackerError/nothingToRollOver(_:)``, ``TrackerError/fields(_:)``.
    public func planRollOver(
        after year: SchoolYear, choices: RollOverChoices = RollOverChoices(), school: School, as caller: Caller
    ) async throws -> RollOverPlan {
        try require(.manageSchool, caller, in: school)
        return try await database.read { try Self.plan($0, after: year, choices, school) }
    }

    /// Starts the school year after `year`: new places and the leavers' last day, in one transaction, as one batch that can be undone.
    ///
    /// The plan is made again inside the transaction. Doing it twice writes nothing the second time. Nothing of the old year changes.
    ///
    /// - Parameter fingerprint: of the plan that was agreed to; nil to go by the data as they are.
    /// - Throws: as ``planRollOver(after:choices:school:as:)``, and ``TrackerError/planIsOld`` when the plan is another by now.
    public func rollOver(
        after year: SchoolYear, choices: RollOverChoices = RollOverChoices(), agreed fingerprint: String? = nil,
        school: School, as caller: Caller
    ) async throws -> RollOverOutcome {
        try require(.manageSchool, caller, in: school)
        let stamp = stamp(caller, in: school, source: .command(caller))
        return try await database.write { session in
            let plan = try Self.plan(session, after: year, choices, school)
            if let fingerprint, fingerprint != plan.fingerprint { throw TrackerError.planIsOld }
            guard !plan.isEmpty else { return RollOverOutcome(plan: plan, batch: nil) }
            var stamp = stamp
            let batch = session.nextID()
            stamp.batchID = batch
            let places = plan.pupils.compactMap(\.newPlace)
            try CohortStore(session).upsertMany(places, school: school.id, by: stamp)
            let store = PupilStore(session)
            var leavers = 0
            for planned in plan.pupils {
                guard let lastDay = planned.newLeavingDate else { continue }
                var pupil = planned.pupil
                pupil.leavingDate = lastDay
                try store.update(pupil, school: school.id, expectedRevision: nil, by: stamp)
                leavers += 1
            }
            try BatchStore(session).insert(
                Batch(
                    id: batch, kind: BatchKind.rollOver, name: "New school year \(plan.to.label)", year: plan.to,
                    countsJSON: "{\"places\":\(places.count),\"leavers\":\(leavers)}", by: stamp), school: school.id)
            return RollOverOutcome(plan: plan, batch: batch)
        }
    }

    private static func plan(
        _ session: any SQLSession, after year: SchoolYear, _ choices: RollOverChoices, _ school: School
    ) throws -> RollOverPlan {
        guard let next = year.advanced(by: 1) else { throw TrackerError.nothingToRollOver(year) }
        let store = CohortStore(session)
        return try RollOverPlan(
            from: year, to: next, pupils: try PupilStore(session).all(school: school.id).map(\.pupil),
            places: try store.places(school: school.id, year: year) + store.places(school: school.id, year: next),
            choices: choices)
    }
}
