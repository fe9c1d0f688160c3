import Assessment
import Storage

/// What a school has stored, read once while a file is classified. Belongs to one transaction.
final class ImportData {
    let session: any SQLSession
    let school: School
    let reference: ReferenceData
    private let summatives: SummativeCache
    let tables: ConversionTables
    let pupils: PupilIndex
    private struct Sitting<Assessment: Hashable>: Hashable {
        let assessment: Assessment
        let year: Int
    }

    /// How the school judges; the standard until a file with judgements asks for it (``readSummative()``).
    private(set) var summative = SchoolSummative.standard
    private var columns: [Sitting<YearGroupAssessment>: Result<any AssessmentColumns, AssessmentNotHeld>] = [:]
    private var values: [Sitting<AssessmentKind>: [Int64: [ColumnID: StoredValue]]] = [:]
    private var placesByYear: [SchoolYear: [Int64: CohortPlace]] = [:]

    init(_ session: any SQLSession, school: School, reference: ReferenceData, summatives: SummativeCache) throws {
        self.session = session
        self.school = school
        self.reference = reference
        self.summatives = summatives
        tables = try Tracker.tables(session, reference: reference)
        pupils = PupilIndex(try PupilStore(session).all(school: school.id))
    }

    /// Reads how the school judges, before columns of judgements are asked for.
    func readSummative() throws { summative = try summatives.current(session, school: school.id) }

    /// The columns of an assessment in a year.
    ///
    /// - Throws: why there are none.
    func columns(_ assessment: YearGroupAssessment, _ year: Int) throws(AssessmentNotHeld) -> any AssessmentColumns {
        let key = Sitting(assessment: assessment, year: year)
        if let known = columns[key] { return try known.get() }
        let made: Result<any AssessmentColumns, AssessmentNotHeld>
        do throws(AssessmentNotHeld) {
            made = .success(try reference.columns(of: assessment, year: year, summative: summative.settings))
        } catch {
            made = .failure(error)
        }
        columns[key] = made
        return try made.get()
    }

    /// The stored values of an assessment and year, by pupil.
    func values(_ assessment: AssessmentKind, _ year: SchoolYear) throws -> [Int64: [ColumnID: StoredValue]] {
        let key = Sitting(assessment: assessment, year: year.endYear)
        if let known = values[key] { return known }
        let read = try ResultStore(session).values(school: school.id, year: year, assessment: assessment)
        values[key] = read
        return read
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
