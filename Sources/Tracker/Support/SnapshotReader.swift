import Assessment
import Storage

/// Reads cohorts of one school within one transaction; what several of them share is read once.
final class SnapshotReader {
    private let session: any SQLSession
    private let school: School
    private let reference: ReferenceData
    private let stamp: DataStamp
    private var all: [Int64: Pupil]?
    private var rolls: [SchoolYear: YearRoll] = [:]
    private var tables: ConversionTables?

    /// - Parameter stamp: the state that the transaction sees.
    init(_ session: any SQLSession, school: School, reference: ReferenceData, stamp: DataStamp) {
        self.session = session
        self.school = school
        self.reference = reference
        self.stamp = stamp
    }

    func snapshot(_ assessment: YearGroupAssessment, _ year: SchoolYear) throws -> CohortSnapshot {
        let roll = try roll(year)
        let results = ResultStore(session)
        var earlier: [Int64: Facts] = [:]
        if let before = Self.earlierYear(assessment, year) {
            earlier = try results.facts(school: school.id, year: before, assessment: assessment.kind)
        }
        return CohortSnapshot(
            stamp: stamp, school: school, year: year, assessment: assessment, roll: roll,
            values: try results.values(school: school.id, year: year, assessment: assessment.kind), earlier: earlier,
            tables: try conversionTables(), held: Self.held(assessment, year, reference),
            cohort: roll.cohort(assessment.yearGroup))
    }

    /// The year whose results a row shows beside its own: the Year 1 check beside the one taken again; nil for all others.
    static func earlierYear(_ assessment: YearGroupAssessment, _ year: SchoolYear) -> SchoolYear? {
        assessment.isUsual ? nil : year.advanced(by: -1)
    }

    static func held(_ assessment: YearGroupAssessment, _ year: SchoolYear, _ reference: ReferenceData)
        -> Result<any AssessmentColumns, AssessmentNotHeld>
    {
        do throws(AssessmentNotHeld) {
            return .success(try reference.columns(of: assessment, year: year.endYear))
        } catch {
            return .failure(error)
        }
    }

    private func roll(_ year: SchoolYear) throws -> YearRoll {
        if let known = rolls[year] { return known }
        let all = try all ?? everybody()
        self.all = all
        let roll = YearRoll(places: try CohortStore(session).places(school: school.id, year: year), all: all)
        rolls[year] = roll
        return roll
    }

    private func everybody() throws -> [Int64: Pupil] {
        Dictionary(
            try PupilStore(session).all(school: school.id).map { ($0.pupil.id, $0.pupil) },
            uniquingKeysWith: { first, _ in first })
    }

    private func conversionTables() throws -> ConversionTables {
        if let tables { return tables }
        let read = try Tracker.tables(session, reference: reference)
        tables = read
        return read
    }
}
