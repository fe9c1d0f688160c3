import Assessment
import Storage

/// What saving a cell needs to know of a school and year: who is where, what is stored, how much of it is in.
struct EntryCohort: Sendable {
    /// Of everybody who has a place in the year, by pupil.
    let places: [Int64: CohortPlace]
    /// By pupil, cleared cells included.
    private(set) var stored: [Int64: [ColumnID: StoredValue]]
    /// Of the pupils whose year group takes the assessment.
    private var counts: [Int64: (done: Int, due: Int)]
    /// Those who were asked for by their current UPN.
    private var pupils: [String: Pupil] = [:]

    init(
        _ session: any SQLSession, school: School, year: SchoolYear, columns: KeyStage2Columns, tables: ConversionTables
    ) throws {
        places = Dictionary(
            uniqueKeysWithValues: try CohortStore(session).places(school: school.id, year: year).map {
                ($0.pupilID, $0)
            })
        stored = try ResultStore(session).values(school: school.id, year: year, assessment: .ks2)
        counts = [:]
        for place in places.values where place.yearGroup == .year6 {
            counts[place.pupilID] =
                KeyStage2Row(columns: columns, facts: facts(place.pupilID), tables: tables).completeness()
        }
    }

    func facts(_ pupil: Int64) -> Facts { (stored[pupil] ?? [:]).compactMapValues(\.value) }

    /// The pupil with a UPN or number, read when asked for the first time.
    mutating func pupil(_ key: String, school: School, _ session: any SQLSession) throws -> Pupil {
        if let known = pupils[key] { return known }
        let pupil = try Tracker.pupil(key, school: school, session)
        if pupil.upn?.text == key { pupils[key] = pupil }
        return pupil
    }

    /// Puts in what was stored in one cell, and how much of the pupil's results is in with it.
    mutating func set(_ column: ColumnID, of pupil: Int64, to value: StoredValue, count: (done: Int, due: Int)) {
        stored[pupil, default: [:]][column] = value
        counts[pupil] = count
    }

    /// How much is in and due of a class; nil for the whole year group.
    func count(ofClass className: String?) -> (done: Int, due: Int) {
        var sum = (done: 0, due: 0)
        for (pupil, count) in counts where className == nil || places[pupil]?.className == className {
            sum.done += count.done
            sum.due += count.due
        }
        return sum
    }
}
