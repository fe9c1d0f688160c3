import Assessment
import Storage

/// Reads cohorts of one school within one transaction; what several of them share is read once, and what has not changed
/// since it was kept is not read at all.
final class SnapshotReader {
    private let session: any SQLSession
    private let school: School
    private let reference: ReferenceData
    private let stamp: DataStamp
    private let pupilState: PupilState
    private let states: [SchoolYear: [AssessmentKind: ResultState]]
    private var all: [Int64: Pupil]?
    private var rolls: [SchoolYear: YearRoll] = [:]
    private var tables: ConversionTables?

    /// - Parameters:
    ///   - stamp: the state that the transaction sees.
    ///   - cohorts: those that will be asked for.
    ///   - kept: what was read before, of whatever state.
    init(
        _ session: any SQLSession, school: School, reference: ReferenceData, stamp: DataStamp,
        cohorts: [(assessment: YearGroupAssessment, year: SchoolYear)], kept: [CohortSnapshot] = []
    ) throws {
        self.session = session
        self.school = school
        self.reference = reference
        self.stamp = stamp
        let pupilState = try PupilStore(session).state(school: school.id)
        self.pupilState = pupilState
        states = try ResultStore(session).states(
            school: school.id,
            years: Set(cohorts.flatMap { [$0.year, Self.earlierYear($0.assessment, $0.year)].compactMap(\.self) }),
            of: Set(cohorts.map(\.assessment.kind)))
        for snapshot in kept where snapshot.basis.pupils == pupilState { rolls[snapshot.year] = snapshot.roll }
    }

    /// - Parameter kept: the same cohort as it was read before.
    func snapshot(_ assessment: YearGroupAssessment, _ year: SchoolYear, kept: CohortSnapshot? = nil) throws
        -> CohortSnapshot
    {
        let before = Self.earlierYear(assessment, year)
        func state(_ year: SchoolYear?) -> ResultState { year.flatMap { states[$0]?[assessment.kind] } ?? .nothing }
        let basis = SnapshotBasis(
            installation: stamp.installation, pupils: pupilState, results: state(year), earlier: state(before))
        if var kept, kept.basis == basis, kept.school == school {
            kept.stamp = stamp
            return kept
        }
        let roll = try roll(year)
        let results = ResultStore(session)
        return CohortSnapshot(
            stamp: stamp, basis: basis, school: school, year: year, assessment: assessment, roll: roll,
            values: try results.values(school: school.id, year: year, assessment: assessment.kind),
            earlier: try before.map {
                try results.facts(school: school.id, year: $0, assessment: assessment.kind)
            } ?? [:], tables: try conversionTables(), held: Self.held(assessment, year, reference),
            cohort: roll.cohort(assessment.yearGroup))
    }

    /// The year whose results a row shows beside its own: the Year 1 check beside the one taken again; nil for all others.
    static func earlierYear(_ assessment: YearGroupAssessment, _ year: SchoolYear) -> SchoolYear? {
        assessment == .phonicsInYear2 ? year.advanced(by: -1) : nil
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

    /// Who was where in a year.
    func roll(_ year: SchoolYear) throws -> YearRoll {
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
