import Assessment
public import Reports
public import Storage

extension Tracker {
    /// Pupils of a school year with their results of other years, as they are now; read again only after a change.
    ///
    /// Checks no permission: callers do.
    ///
    /// - Parameters:
    ///   - yearGroups: where the pupils are in the year.
    ///   - needs: which results the report looks at; years that can't be and assessments that were not held have none.
    func journeys(
        _ yearGroups: [YearGroup], year: SchoolYear, needs: Set<JourneyNeed>, school: School
    ) async throws -> (stamp: DataStamp, cohort: JourneyCohort) {
        var wanted: [(assessment: YearGroupAssessment, year: SchoolYear)] = [
            // Whatever the report looks at, it is of these pupils.
            (YearGroupAssessment(.summative, yearGroups.first), year)
        ]
        for need in needs.sorted(by: { ($0.kind.rawValue, $0.year) < ($1.kind.rawValue, $1.year) }) {
            if let year = SchoolYear(endYear: need.year) { wanted.append((YearGroupAssessment(need.kind), year)) }
        }
        let snapshots = try await snapshots(wanted, school: school)
        guard let now = snapshots.first else {
            return (try await dataStamp(school: school.id), JourneyCohort(year: year.endYear, journeys: []))
        }
        let summative = now.basis.summative ?? .standard
        let maker = JourneyMaker(snapshots: snapshots.dropFirst(), cache: columnsCache, summative: summative)
        let pupils = yearGroups.flatMap { now.roll.cohort($0) }
        let journeys = pupils.compactMap { pupil -> PupilJourney? in
            guard let place = now.places[pupil.id] else { return nil }
            return PupilJourney(pupil: pupil, place: place, rows: maker.rows(of: pupil, place: place))
        }
        return (now.stamp, JourneyCohort(year: year.endYear, journeys: journeys, settings: summative.settings))
    }

    /// A report as it was made last if the data stand still since, else made anew.
    ///
    /// Some reports read several times: one during which the data moved is given but not kept, since a part of it may be of before.
    func kept<Content>(
        _ request: JourneyRequest, school: School, make: () async throws -> JourneyReport<Content>
    ) async throws -> JourneyReport<Content> {
        let stamp = try await dataStamp(school: school.id)
        if let known: JourneyReport<Content> = journeyCache.report(request, school: school.id, stamp: stamp) {
            return known
        }
        let report = try await make()
        if report.stamp == stamp { journeyCache.keep(report, of: request) }
        return report
    }

    // MARK: Conversion matrix

    /// The conversion matrix as it is now. For readers who see names: its cells are of a few pupils each.
    ///
    /// - Throws: ``TrackerError/notAllowed(_:role:)``.
    public func conversionMatrix(_ request: MatrixRequest, school: School, as caller: Caller) async throws
        -> JourneyReport<ConversionMatrix>
    {
        try require(.viewPupils, caller, in: school)
        return try await kept(.matrix(request), school: school) {
            let needs = [request.from, request.to, request.thought].reduce(into: Set<JourneyNeed>()) { needs, side in
                needs.formUnion(side.point.needs(request.yearGroup, in: request.year.endYear))
            }
            let (stamp, cohort) = try await journeys(
                [request.yearGroup], year: request.year, needs: needs, school: school)
            return JourneyReport(
                school: school, year: request.year,
                content: ConversionMatrix(cohort, from: request.from, to: request.to, group: request.group),
                groups: cohort.groups, cohort: cohort, stamp: stamp)
        }
    }

    // MARK: Progress between two terms

    /// Progress between two terms as it is now: of the group asked for, and of every other group when that is all pupils.
    ///
    /// - Throws: ``TrackerError/notAllowed(_:role:)``.
    public func summativeProgress(_ request: ProgressRequest, school: School, as caller: Caller) async throws
        -> JourneyReport<SummativeProgress>
    {
        try require(.viewPupils, caller, in: school)
        return try await kept(.progress(request), school: school) {
            let needs: Set<JourneyNeed> = [
                JourneyNeed(.summative, request.from.year.endYear), JourneyNeed(.summative, request.to.year.endYear),
            ]
            let yearGroups = request.yearGroup.map { [$0] } ?? AssessmentKind.summative.yearGroups
            let (stamp, cohort) = try await journeys(yearGroups, year: request.year, needs: needs, school: school)
            let groups = request.group == .all ? cohort.groups.map { GroupSelection($0) } : [request.group]
            return JourneyReport(
                school: school, year: request.year,
                content: SummativeProgress(cohort, from: request.from, to: request.to, groups: groups),
                groups: cohort.groups, cohort: cohort, stamp: stamp)
        }
    }

    // MARK: Expectations

    /// What became of past pupils by where they started, beside today's Year 6.
    ///
    /// - Throws: ``TrackerError/notAllowed(_:role:)``.
    public func expectations(_ request: ExpectationsRequest, school: School, as caller: Caller) async throws
        -> JourneyReport<Expectations>
    {
        try require(.viewPupils, caller, in: school)
        return try await kept(.expectations(request), school: school) { try await made(request, school) }
    }

    private func made(_ request: ExpectationsRequest, _ school: School) async throws -> JourneyReport<Expectations> {
        func cohort(_ year: SchoolYear) async throws -> (stamp: DataStamp, cohort: JourneyCohort) {
            let needs = request.start.point.needs(.year6, in: year.endYear)
                .union(request.outcome.point.needs(.year6, in: year.endYear))
            return try await journeys([.year6], year: year, needs: needs, school: school)
        }
        var past: [JourneyCohort] = []
        for before in 1...ExpectationsRequest.pastYears {
            if let year = request.year.advanced(by: -before) { past.append(try await cohort(year).cohort) }
        }
        let now = try await cohort(request.year)
        return JourneyReport(
            school: school, year: request.year,
            content: Expectations(
                start: request.start, outcome: request.outcome, past: past, now: now.cohort, group: request.group),
            groups: now.cohort.groups, cohort: now.cohort, stamp: now.stamp)
    }
}

extension MatrixRequest {
    /// What the teachers of Year 5 thought at its end, for the lists of pupils: in the subject of either side.
    public var thought: MatrixSide { MatrixSide(.judgement(.year5, .summer2), to.subject ?? from.subject) }
}
