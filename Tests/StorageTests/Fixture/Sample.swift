import Assessment
import Storage

/// Fixed people, times and ids for the tests.
enum Sample {
    static let school: Int64 = 1
    static let otherSchool: Int64 = 2
    static let time = "2026-07-07T07:31:02.125Z"
    static let later = "2026-07-08T09:00:00.000Z"
    static let teacher = Author(id: 7, name: "Robin Fairweather", role: "full-edit", source: .grid)
    static let stamp = ChangeStamp(author: teacher, at: time)

    static func stamp(at time: String = time, batch: Int64? = nil, source: ResultSource = .file) -> ChangeStamp {
        ChangeStamp(
            author: Author(id: 7, name: "Robin Fairweather", role: "full-edit", source: source), at: time,
            batchID: batch)
    }

    static func dfe(_ text: String = "820/9991") throws -> DfENumber { try DfENumber(text) }

    static func year(_ endYear: Int = 2026) throws -> SchoolYear {
        guard let year = SchoolYear(endYear: endYear) else { throw SampleError.notAYear(endYear) }
        return year
    }

    /// A valid UPN of local authority 820 with this serial number, 0 to 999.
    static func upn(_ serial: Int) throws -> UPN {
        let digits = "8209991" + "20" + String("00\(serial)".suffix(3))
        guard let letter = UPN.checkLetter(for: digits) else { throw SampleError.noCheckLetter(digits) }
        return try UPN("\(letter)\(digits)")
    }

    static func pupil(_ id: Int64, _ surname: String = "Ashdown", _ forename: String = "Jamie") throws -> Pupil {
        Pupil(id: id, upn: try upn(Int(id)), surname: surname, forename: forename)
    }

    static func cell(_ pupil: Int64, _ column: ColumnID = "reading.paper1", year: Int = 2026) throws -> CellKey {
        CellKey(year: try self.year(year), assessment: .ks2, pupilID: pupil, column: column)
    }

    static func change(_ pupil: Int64, _ value: String?, known: StoredValue? = nil) throws -> ResultChange {
        try change(pupil, "reading.paper1", value, known: known)
    }

    static func change(
        _ pupil: Int64, _ column: ColumnID, _ value: String?, known: StoredValue? = nil
    ) throws -> ResultChange {
        ResultChange(
            cell: try cell(pupil, column), value: value, assessedOn: CalendarDate(iso: "2026-05-14"), known: known)
    }

    /// Adds two schools and pupils 1 to `pupils` of the first.
    static func fill(_ database: any Database, pupils: Int64 = 3) async throws {
        try await database.write { session in
            try SchoolStore(session).insert(
                School(
                    id: school, dfe: try dfe(), urn: try URN("999991"), name: "Millbrook Primary School",
                    trust: "Weald Trust",
                    formerNumbers: [try dfe("820/2001")]))
            try SchoolStore(session).insert(
                School(id: otherSchool, dfe: try dfe("820/9992"), name: "Ferndale Primary School"))
            if pupils > 0 {
                try PupilStore(session).insertMany(try (1...pupils).map { try pupil($0) }, school: school, by: stamp)
            }
        }
    }
}
