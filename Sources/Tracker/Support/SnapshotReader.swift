import Assessment
import Storage

/// Reads cohorts of one school within one transaction; what several of them share is read once, and what has not changed
/// since it was kept is not read at all.
final class SnapshotReader {
    private let session: any SQLSession
    private let school: School
    private let sources: Sources
    private let stamp: DataStamp
    private let pupilState: PupilState
    private let states: [SchoolYear: [AssessmentKind: ResultState]]
    private var all: [Int64: Pupil]?
    private var rolls: [SchoolYear: YearRoll] = [:]
    private var tables: ConversionTables?
    private var summative: SchoolSummative?

    /// From where columns come.
    struct Sources: Sendable {
        let reference: ReferenceData
        let columns: ColumnsCache
        let summatives: SummativeCache
    }

    /// - Parameters:
    ///   - stamp: the state that the transaction sees.
    ///   - cohorts: those that will be asked for.
    ///   - kept: what was read before, of whatever state.
    init(
        _ session: any SQLSession, school: School, sources: Sources, stamp: DataStamp,
        cohorts: [(assessment: YearGroupAssessment, year: SchoolYear)], kept: [CohortSnapshot] = []
    ) throws {
        self.session = session
        self.school = school
        self.sources = sources
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
        let summative = assessment.kind == .summative ? try schoolSummative() : nil
        let basis = SnapshotBasis(
            installation: stamp.installation, pupils: pupilState, results: state(year), earlier: state(before),
            summative: summative)
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
            } ?? [:], tables: try conversionTables(), held: held(assessment, year, summative ?? .standard),
            cohort: roll.cohort(assessment.yearGroup))
    }

    /// The year whose results a row shows beside its own: the Year 1 check beside the one taken again; nil for all others.
    static func earlierYear(_ assessment: YearGroupAssessment, _ year: SchoolYear) -> SchoolYear? {
        assessment == .phonicsInYear2 ? year.advanced(by: -1) : nil
    }

    private func held(_ assessment: YearGroupAssessment, _ year: SchoolYear, _ summative: SchoolSummative)
        -> Result<any AssessmentColumns, AssessmentNotHeld>
    {
        do throws(AssessmentNotHeld) {
            return .success(try sources.columns.columns(assessment, year: year, summative: summative))
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

    private func schoolSummative() throws -> SchoolSummative {
        if let summative { return summative }
        let read = try sources.summatives.current(session, school: school.id)
        summative = read
        return read
    }

    private func conversionTables() throws -> ConversionTables {
        if let tables { return tables }
        let read = try Tracker.tables(session, reference: sources.reference)
        tables = read
        return read
    }
}
