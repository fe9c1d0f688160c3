import Assessment
import CommonTransferFile
import Storage

/// What a school has stored, as far as a file that goes out needs it; as of one transaction.
struct ExportData {
    /// The stored values of one assessment and year by pupil, cleared ones included.
    struct Sitting {
        let kind: AssessmentKind
        let year: SchoolYear
        let values: [Int64: [ColumnID: StoredValue]]
    }

    let school: School
    let year: SchoolYear
    let reference: ReferenceData
    let tables: ConversionTables
    /// Everybody who has a place in the year, by id.
    let roll: YearRoll
    /// The cohorts of the year, of every assessment that was held.
    let cohorts: [CohortSnapshot]
    /// Oldest first.
    let sittings: [Sitting]
    /// The records of files that came in, by pupil and in the order in which they came.
    let kept: [Int64: [StoredCTFRecord]]
    let formerOwners: [UPN: [Int64]]
    let asOf: String?
    let nextSerial: Int

    init(
        _ session: any SQLSession, school: School, request: ExportRequest, sources: SnapshotReader.Sources,
        stamp: DataStamp
    ) throws {
        self.school = school
        reference = sources.reference
        year = request.year
        let reader = try SnapshotReader(
            session, school: school, sources: sources, stamp: stamp,
            cohorts: YearGroupAssessment.all.map { ($0, request.year) })
        cohorts = try YearGroupAssessment.all.map { try reader.snapshot($0, request.year) }
        tables = try Tracker.tables(session, reference: reference)
        let roll = try reader.roll(request.year)
        self.roll = roll
        let results = ResultStore(session)
        sittings = try results.sittings(school: school.id).filter { $0.year <= request.year }.map { sitting in
            Sitting(
                kind: sitting.assessment, year: sitting.year,
                values: try results.values(school: school.id, year: sitting.year, assessment: sitting.assessment))
        }
        kept = Dictionary(
            grouping: try CTFRecordStore(session).records(school: school.id).filter { roll.places[$0.pupilID] != nil },
            by: \.pupilID)
        formerOwners = roll.pupils.values.reduce(into: [:]) { owners, pupil in
            for upn in pupil.formerUPNs { owners[upn, default: []].append(pupil.id) }
        }
        asOf = try StateTimeStore(session).asOf(school: school.id)
        nextSerial = try Self.nextSerial(
            session, school: school.id, destination: request.destination.code(from: school.dfe))
    }

    /// Counted for each destination; after 999 it begins again.
    static func nextSerial(_ session: any SQLSession, school: Int64, destination: String) throws -> Int {
        let last = try SentFileStore(session).last(school: school, destination: destination)?.serial ?? 0
        return last % 999 + 1
    }

    func snapshot(_ assessment: YearGroupAssessment) -> CohortSnapshot? {
        cohorts.first { $0.assessment == assessment }
    }
}
