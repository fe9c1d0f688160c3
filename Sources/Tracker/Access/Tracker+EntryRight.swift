public import Assessment
public import Storage

extension Tracker {
    /// Whose results of an assessment and year a caller may enter. Source: domain page of the workflow, section 3.
    ///
    /// - Throws: ``TrackerError/notAllowed(_:role:)`` when nobody's; ``TrackerError/judgementsOfYear(_:current:role:)`` for
    ///   judgements of a year that is not the current one, by a role that enters those of its own classes.
    public func entryRight(_ kind: AssessmentKind, year: SchoolYear, school: School, as caller: Caller)
        throws(TrackerError) -> EntryRight
    {
        if isAllowed(.enterResults, caller, in: school) { return .everybody }
        // Who enters judgements may not enter results: the refusal names what they asked for.
        try require(kind == .summative ? .enterJudgements : .enterResults, caller, in: school)
        guard let current = clock.currentSchoolYear(), year == current else {
            throw .judgementsOfYear(year, current: clock.currentSchoolYear(), role: role(of: caller, in: school))
        }
        return .classes(classes(of: caller, in: school))
    }

    /// Refuses a caller who may not enter the results of a whole class, or with nil of all classes.
    ///
    /// - Throws: as ``entryRight(_:year:school:as:)``, and ``TrackerError/notOwnClass(_:className:right:)``.
    public func requireEntry(
        _ kind: AssessmentKind, school: School, year: SchoolYear, className: String?, as caller: Caller
    ) throws(TrackerError) {
        let right = try entryRight(kind, year: year, school: school, as: caller)
        guard right.covers(className) else { throw .notOwnClass(nil, className: className, right: right) }
    }

    /// Whether a caller may enter the results of a whole class, or with nil of all classes.
    public func mayEnter(
        _ kind: AssessmentKind, school: School, year: SchoolYear, className: String?, as caller: Caller
    ) -> Bool {
        do throws(TrackerError) {
            try requireEntry(kind, school: school, year: year, className: className, as: caller)
            return true
        } catch {
            return false
        }
    }

    /// The classes that a caller's role in a school is limited to.
    private func classes(of caller: Caller, in school: School) -> [String] {
        let own = Caller.Scope.school(school.id)
        if caller.roles[own] != nil { return caller.classes[own] ?? [] }
        return school.trust.flatMap { caller.classes[.trust($0)] } ?? []
    }
}
