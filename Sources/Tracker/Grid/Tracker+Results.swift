public import Assessment
public import Storage

extension Tracker {
    /// All current Key Stage 2 values of a school and year, derived ones included: the cohort in register order, then
    /// pupils who have results of that year from elsewhere.
    ///
    /// - Parameter day: as they stood at the end of that day; nil for now.
    public func results(school: School, year: SchoolYear, on day: CalendarDate? = nil, as caller: Caller) async throws
        -> (columns: [Column], pupils: [PupilResults])
    {
        try require(.viewPupils, caller, in: school)
        let now = try await snapshot(school: school, year: year)
        let snapshot = if let day { try await snapshot(now, on: day) } else { now }
        guard let columns = snapshot.columns else { throw TrackerError.notHeld(.ks2, year) }
        let inCohort = Set(snapshot.cohort.map(\.id))
        let elsewhere = snapshot.values.keys.filter { !inCohort.contains($0) && !snapshot.facts($0).isEmpty }
        var others: [Pupil] = []
        if !elsewhere.isEmpty {
            others = try await database.read { session in
                try elsewhere.compactMap { try PupilStore(session).find(school: school.id, id: $0)?.pupil }
            }.sorted { Self.sortKey($0) < Self.sortKey($1) }
        }
        let pupils = (snapshot.cohort + others).map { pupil in
            PupilResults(
                pupil: pupil, place: snapshot.places[pupil.id],
                values: snapshot.row(pupil.id)?.cells().compactMapValues(\.value) ?? [:])
        }
        return (columns.all, pupils)
    }

    /// Everything of Key Stage 2 that is stored of one pupil, newest year first.
    public func results(of pupil: Int64, school: School, as caller: Caller) async throws
        -> [(year: SchoolYear, row: KeyStage2Row)]
    {
        try require(.viewPupils, caller, in: school)
        let tables = try await currentTables()
        let values = try await database.read { try ResultStore($0).values(school: school.id, pupil: pupil) }
        var facts: [SchoolYear: Facts] = [:]
        for (cell, value) in values where cell.assessment == .ks2 {
            if let text = value.value { facts[cell.year, default: [:]][cell.column] = text }
        }
        return facts.keys.sorted(by: >).compactMap { year in
            KeyStage2Columns(year: year.endYear, codes: reference.codes).map {
                (year, KeyStage2Row(columns: $0, facts: facts[year] ?? [:], tables: tables))
            }
        }
    }
}
