public import Assessment
public import Storage

/// A school's own terms, subjects and words of judgements.
extension Tracker {
    /// How a school judges now. For everybody who has a role in the school.
    ///
    /// - Throws: ``TrackerError/notAllowed(_:role:)``; ``TrackerError/storage(_:)`` when what is stored can't be read.
    public func judgementSettings(of school: School, as caller: Caller) async throws -> JudgementSettings {
        try require(.viewReports, caller, in: school)
        return JudgementSettings(try await summative(of: school))
    }

    /// Changes terms, subjects or words, all that is asked for or nothing; seen by every request from then on.
    ///
    /// Nothing judged is changed: a subject that is switched off keeps its judgements, and words are only words.
    ///
    /// - Parameter revision: of the settings that the change was made of; nil to go by those that are there.
    /// - Throws: ``TrackerError/notAllowed(_:role:)``; ``TrackerError/settingsChanged(by:at:)`` when they are others by now;
    ///   ``TrackerError/fields(_:)`` with everything that is wrong, under the names of ``SummativeProblem/Fault/field``.
    @discardableResult
    public func change(
        _ change: SummativeChange, revision: String? = nil, school: School, as caller: Caller
    ) async throws -> JudgementSettings {
        try await setSummative(revision, school, caller) { stored throws(TrackerError) in
            do throws(SummativeProblem) {
                return try stored.settings.applying(change)
            } catch {
                throw .fields(error.faults.map { FieldProblem($0.field, $0.message) })
            }
        }
    }

    /// Puts the settings back that stood before the last change.
    ///
    /// - Parameter revision: of the settings that the change led to; nil to go by those that are there.
    /// - Throws: as ``change(_:revision:school:as:)``; ``TrackerError/nothingToTakeBack``.
    public func takeBackSettings(revision: String? = nil, school: School, as caller: Caller) async throws
        -> JudgementSettings
    {
        try await setSummative(revision, school, caller) { stored throws(TrackerError) in
            guard let before = stored.stored?.before else { throw .nothingToTakeBack }
            return before
        }
    }

    /// One transaction, which sees whether anybody was quicker.
    private func setSummative(
        _ revision: String?, _ school: School, _ caller: Caller,
        _ make: @escaping @Sendable (SchoolSummative) throws(TrackerError) -> SummativeSettings
    ) async throws -> JudgementSettings {
        try require(.manageSchool, caller, in: school)
        let (summatives, clock) = (summatives, clock)
        try await database.write { session in
            let now = try summatives.current(session, school: school.id)
            if let revision, revision != now.revision {
                throw TrackerError.settingsChanged(
                    by: now.stored?.changedBy ?? "Somebody",
                    at: now.stored.map { clock.inWords($0.changedAt) } ?? "")
            }
            let settings = try make(now)
            guard settings != now.settings else { return }
            try StoredSummative(
                settings: settings, before: now.settings, changedAt: clock.timestamp(), changedBy: caller.name
            ).write(session, school: school.id)
        }
        return JudgementSettings(try await summative(of: school))
    }
}
