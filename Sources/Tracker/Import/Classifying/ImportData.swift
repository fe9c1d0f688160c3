import Assessment
import Storage

/// What a school has stored, read once while a file is classified. Belongs to one transaction.
final class ImportData {
    let session: any SQLSession
    let school: School
    let reference: ReferenceData
    let tables: ConversionTables
    let pupils: PupilIndex
    private var columnsByYear: [Int: KeyStage2Columns?] = [:]
    private var valuesByYear: [SchoolYear: [Int64: [ColumnID: StoredValue]]] = [:]
    private var placesByYear: [SchoolYear: [Int64: CohortPlace]] = [:]

    init(_ session: any SQLSession, school: School, reference: ReferenceData) throws {
        self.session = session
        self.school = school
        self.reference = reference
        tables = try Tracker.tables(session, reference: reference)
        pupils = PupilIndex(try PupilStore(session).all(school: school.id))
    }

    /// nil when the tests were not held in the year.
    func columns(_ year: Int) -> KeyStage2Columns? {
        if let known = columnsByYear[year] { return known }
        let columns = KeyStage2Columns(year: year, codes: reference.codes)
        columnsByYear[year] = .some(columns)
        return columns
    }

    /// The End of Key Stage 2 values of a year, by pupil.
    func values(_ year: SchoolYear) throws -> [Int64: [ColumnID: StoredValue]] {
        if let known = valuesByYear[year] { return known }
        let values = try ResultStore(session).values(school: school.id, year: year, assessment: .ks2)
        valuesByYear[year] = values
        return values
    }

    func places(_ year: SchoolYear) throws -> [Int64: CohortPlace] {
        if let known = placesByYear[year] { return known }
        let places = Dictionary(
            try CohortStore(session).places(school: school.id, year: year).map { ($0.pupilID, $0) },
            uniquingKeysWith: { first, _ in first })
        placesByYear[year] = places
        return places
    }

    /// Whether a number is the school's, now or formerly.
    func isOurs(_ number: DfENumber?) -> Bool {
        guard let number else { return false }
        return number == school.dfe || school.formerNumbers.contains(number)
    }

    /// `820/9991 (Example Primary School)`.
    var schoolTitle: String { "\(school.dfe) (\(school.name))" }
}
