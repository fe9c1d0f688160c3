import Assessment
import Reports
import Storage

extension Tracker {
    /// The cohorts of some assessments over some years, as they are now: everybody of the year group in that year, leavers
    /// included. Those of years in which the assessment was not held, and of which there is nobody, are left away.
    ///
    /// After a change only what it concerns is read again: the states of results and pupils tell what that is. Checks no
    /// permission: callers do.
    ///
    /// - Parameter ownGroups: the school's own groups by name, as ids of pupils.
    func statutoryCohorts(
        _ kinds: [AssessmentKind], years: ClosedRange<Int>, school: School, ownGroups: [String: Set<Int64>] = [:]
    ) async throws -> (stamp: DataStamp, cohorts: [AssessmentCohort]) {
        let keys = kinds.flatMap { kind in
            kind.yearGroups.flatMap { group in
                years.compactMap { SchoolYear(endYear: $0) }
                    .filter { reference.calendar.holding(of: kind, year: $0.endYear, yearGroup: group).isHeld }
                    .map { StatutoryCohorts.Key(kind: kind, yearGroup: group, year: $0) }
            }
        }
        let read = try await read(keys, years: years, school: school)
        let cohorts = keys.compactMap { key -> AssessmentCohort? in
            guard let records = read.parts[key]?.records, !records.isEmpty else { return nil }
            return AssessmentCohort(
                key.kind, yearGroup: key.yearGroup, year: key.year.endYear, records: records, ownGroups: ownGroups)
        }
        return (read.stamp, cohorts)
    }

    private func read(_ keys: [StatutoryCohorts.Key], years: ClosedRange<Int>, school: School) async throws
        -> StatutoryCohorts
    {
        let stamp = try await dataStamp(school: school.id)
        let kept = statutoryCache.cohorts(school: school.id)
        if let kept, kept.stamp == stamp, kept.has(keys, as: stamp) { return kept }
        let reference = reference
        let read = try await database.read { session in
            try Self.read(keys, years: years, school: school.id, over: kept, session, reference: reference)
        }
        statutoryCache.keep(read, school: school.id)
        return read
    }

    /// - Parameter kept: what was read before; what has not changed is taken from it.
    private static func read(
        _ keys: [StatutoryCohorts.Key], years: ClosedRange<Int>, school: Int64, over kept: StatutoryCohorts?,
        _ session: any SQLSession, reference: ReferenceData
    ) throws -> StatutoryCohorts {
        let versions = VersionStore(session)
        let stamp = try DataStamp(school: versions.version(school: school), installation: versions.version(school: 0))
        let pupilState = try PupilStore(session).state(school: school)
        var cohorts: StatutoryCohorts
        if let kept, kept.pupilState == pupilState, kept.stamp.installation == stamp.installation {
            cohorts = kept
            cohorts.stamp = stamp
            // Loaded tables change rows as results do, and then nothing is kept.
        } else {
            let pupils = try PupilStore(session).all(school: school).map(\.pupil)
            cohorts = StatutoryCohorts(
                stamp: stamp, pupilState: pupilState, pupils: pupils.sorted { sortKey($0) < sortKey($1) })
        }
        // The check of Year 2 reads that of Year 1 as well.
        let states = try ResultStore(session).states(school: school, years: years.lowerBound - 1...years.upperBound)
        func state(_ kind: AssessmentKind, _ year: SchoolYear?) -> ResultState {
            year.flatMap { states[$0]?[kind] } ?? .nothing
        }
        let tables = try tables(session, reference: reference)
        var facts: [StatutoryCohorts.Key: [Int64: Facts]] = [:]
        for key in keys {
            let before = key.kind == .phonics && key.yearGroup == .year2 ? key.year.advanced(by: -1) : nil
            let results = [state(key.kind, key.year)] + (before.map { [state(key.kind, $0)] } ?? [])
            if cohorts.parts[key]?.results == results {
                cohorts.parts[key]?.stamp = stamp
                continue
            }
            if cohorts.places[key.year] == nil {
                cohorts.places[key.year] = Dictionary(
                    try CohortStore(session).places(school: school, year: key.year).map { ($0.pupilID, $0) },
                    uniquingKeysWith: { first, _ in first })
            }
            func stored(_ year: SchoolYear) throws -> [Int64: Facts] {
                // Read once for both year groups of the phonics check.
                let name = StatutoryCohorts.Key(kind: key.kind, yearGroup: key.kind.yearGroup, year: year)
                if let known = facts[name] { return known }
                let read = try ResultStore(session).facts(school: school, year: year, assessment: key.kind)
                facts[name] = read
                return read
            }
            let places = (cohorts.places[key.year] ?? [:]).filter { $0.value.yearGroup == key.yearGroup }
            guard !places.isEmpty,
                let columns = try? reference.columns(
                    of: key.kind, year: key.year.endYear, yearGroup: key.yearGroup)
            else {
                cohorts.parts[key] = .init(stamp: stamp, results: results, records: [])
                continue
            }
            let now = try stored(key.year)
            let earlier = try before.map(stored) ?? [:]
            cohorts.parts[key] = .init(
                stamp: stamp, results: results,
                records: cohorts.pupils.compactMap { pupil in
                    guard let place = places[pupil.id] else { return nil }
                    let row: any AssessmentRow = columns.row(
                        now[pupil.id] ?? [:], earlier: earlier[pupil.id] ?? [:], tables: tables)
                    return AssessmentRecord(pupil: pupil, place: place, row: row)
                })
        }
        return cohorts
    }
}
