public import Assessment
public import Reports
public import Storage

/// One pupil's results over time.
extension Tracker {
    /// Everything that is recorded of a pupil from Reception to Year 6, as it is now.
    ///
    /// - Parameter key: the pupil's id, UPN or former UPN.
    /// - Throws: ``TrackerError/notAllowed(_:role:)``, ``TrackerError/unknownPupil(_:)``.
    public func flight(of key: String, school: School, year: SchoolYear, as caller: Caller) async throws -> PupilFlight
    {
        // Whether there is such a pupil is not told to who may not see pupils.
        try require(.viewPupils, caller, in: school)
        let (pupil, places) = try await database.read { session in
            let pupil = try Self.pupil(key, school: school, session)
            return (pupil, try CohortStore(session).places(school: school.id, pupil: pupil.id))
        }
        let results = try await results(of: pupil.id, school: school, as: caller)
        return PupilFlight(
            pupil: pupil, year: year, places: places, rows: results.map { ($0.year, $0.row) },
            calendar: reference.calendar)
    }

    /// A pupil's results over time as a file: a row a result.
    ///
    /// - Throws: as ``flight(of:school:year:as:)``.
    public func flightFile(
        of key: String, as format: TableFormat, school: School, year: SchoolYear, for caller: Caller
    ) async throws -> [UInt8] {
        let flight = try await flight(of: key, school: school, year: year, as: caller)
        let who = [flight.pupil.displayName, flight.pupil.upn?.text].compactMap(\.self).joined(separator: ", ")
        return try await bytes(ofFigures: flight.table(), as: format, for: caller) { table in
            TableDownload(
                school: school, year: year, name: "Results over time", title: "Results over time",
                filters: [.init("Pupil", who)], table: table, frozenColumns: 2)
        }
    }
}
