public import Assessment

/// Which year group and class each pupil is in, year by year. Every change is written to the pupil ledger and
/// raises the school's version.
public struct CohortStore {
    private let session: any SQLSession

    public init(_ session: any SQLSession) { self.session = session }

    /// The places of a school in one year, by pupil id.
    public func places(school: Int64, year: SchoolYear) throws -> [CohortPlace] {
        try places(where: "school_id = $1 AND year = $2 ORDER BY pupil_id", [.int(school), .int(Int64(year.endYear))])
    }

    /// One pupil's places, oldest year first.
    public func places(school: Int64, pupil: Int64) throws -> [CohortPlace] {
        try places(where: "school_id = $1 AND pupil_id = $2 ORDER BY year", [.int(school), .int(pupil)])
    }

    public func place(school: Int64, year: SchoolYear, pupil: Int64) throws -> CohortPlace? {
        try places(
            where: "school_id = $1 AND year = $2 AND pupil_id = $3",
            [.int(school), .int(Int64(year.endYear)), .int(pupil)]
        ).first
    }

    /// The years in which the school has pupils, oldest first.
    public func years(school: Int64) throws -> [SchoolYear] {
        try session.execute("SELECT DISTINCT year FROM cohort_place WHERE school_id = $1 ORDER BY year", [.int(school)])
            .map { try $0.schoolYear(0) }
    }

    /// The names of the classes in a year, in order; of one year group or of all.
    public func classes(school: Int64, year: SchoolYear, yearGroup: YearGroup? = nil) throws -> [String] {
        try session.execute(
            """
            SELECT DISTINCT class_name FROM cohort_place WHERE school_id = $1 AND year = $2 AND class_name IS NOT NULL
            AND (CAST($3 AS TEXT) IS NULL OR year_group = $3) ORDER BY class_name
            """, [.int(school), .int(Int64(year.endYear)), SQLValue(yearGroup?.rawValue)]
        ).map { try $0.text(0) }
    }

    /// Puts a pupil into a year group and class for a year; the same place changes nothing.
    ///
    /// - Throws: ``StorageError/brokenReference(detail:)`` when there is no such pupil.
    public func upsert(_ place: CohortPlace, school: Int64, by stamp: ChangeStamp) throws {
        try upsertMany([place], school: school, by: stamp)
    }

    /// Puts many pupils into their places, writing only what changes; returns the number of changed places.
    ///
    /// - Throws: ``StorageError/duplicate(constraint:)`` when a pupil comes twice for one year,
    ///   ``StorageError/brokenReference(detail:)`` when there is no such pupil.
    @discardableResult
    public func upsertMany(_ places: [CohortPlace], school: Int64, by stamp: ChangeStamp) throws -> Int {
        var seen: Set<[Int64]> = []
        for place in places where !seen.insert([Int64(place.year.endYear), place.pupilID]).inserted {
            throw StorageError.duplicate(constraint: "one place for pupil \(place.pupilID) in \(place.year.label)")
        }
        var known: [SchoolYear: [Int64: CohortPlace]] = [:]
        for year in Set(places.map(\.year)) {
            let stored =
                places.count == 1
                ? try place(school: school, year: year, pupil: places[0].pupilID).map { [$0] } ?? []
                : try self.places(school: school, year: year)
            known[year] = Dictionary(stored.map { ($0.pupilID, $0) }, uniquingKeysWith: { $1 })
        }
        var changes: [PupilLedgerWriter.Change] = []
        var added: [CohortPlace] = []
        let encoder = PupilLedgerWriter.encoder()
        for place in places {
            let old = known[place.year]?[place.pupilID]
            guard old != place else { continue }
            changes.append(
                .init(
                    pupilID: place.pupilID, kind: .place,
                    before: try old.map { try PupilLedgerWriter.json($0, encoder) },
                    after: try PupilLedgerWriter.json(place, encoder)))
            if old == nil { added.append(place) } else { try replace(place, school: school) }
        }
        guard !changes.isEmpty else { return 0 }
        try session.bulkInsert(
            into: "cohort_place", columns: ["school_id", "year", "pupil_id", "year_group", "class_name"],
            rows: added.lazy.map { place in
                [
                    .int(school), .int(Int64(place.year.endYear)), .int(place.pupilID), .text(place.yearGroup.rawValue),
                    SQLValue(place.className),
                ]
            })
        try PupilLedgerWriter(session: session).write(changes, school: school, by: stamp)
        session.noteChange(schoolID: school)
        return changes.count
    }

    /// Removes a place again; only for taking back the batch that added it. Does nothing when it is not there.
    public func remove(school: Int64, year: SchoolYear, pupil: Int64, by stamp: ChangeStamp) throws {
        guard let old = try place(school: school, year: year, pupil: pupil) else { return }
        try session.execute(
            "DELETE FROM cohort_place WHERE school_id = $1 AND year = $2 AND pupil_id = $3",
            [.int(school), .int(Int64(year.endYear)), .int(pupil)])
        let before = try PupilLedgerWriter.json(old, PupilLedgerWriter.encoder())
        try PupilLedgerWriter(session: session).write(
            [.init(pupilID: pupil, kind: .place, before: before, after: nil)], school: school, by: stamp)
        session.noteChange(schoolID: school)
    }

    private func replace(_ place: CohortPlace, school: Int64) throws {
        try session.execute(
            """
            UPDATE cohort_place SET year_group = $1, class_name = $2
            WHERE school_id = $3 AND year = $4 AND pupil_id = $5
            """,
            [
                .text(place.yearGroup.rawValue), SQLValue(place.className), .int(school),
                .int(Int64(place.year.endYear)), .int(place.pupilID),
            ])
    }

    private func places(where condition: String, _ arguments: [SQLValue]) throws -> [CohortPlace] {
        var places: [CohortPlace] = []
        try session.forEachRow(
            "SELECT pupil_id, year, year_group, class_name FROM cohort_place WHERE \(condition)", arguments
        ) { row in
            places.append(
                CohortPlace(
                    pupilID: try row.int(0), year: try row.schoolYear(1), yearGroup: try row.value(2, "year group"),
                    className: try row.optionalText(3)))
        }
        return places
    }
}
