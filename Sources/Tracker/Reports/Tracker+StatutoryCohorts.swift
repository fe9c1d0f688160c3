import Assessment
import Reports
import Storage

extension Tracker {
    /// The cohorts of some assessments over some years, as they are now: everybody of the year group in that year, leavers
    /// included. Those of years in which the assessment was not held, and of which there is nobody, are left away.
    ///
    /// Checks no permission: callers do.
    ///
    /// - Parameter specialConsideration: whether `97+` counts as 100.
    func statutoryCohorts(
        _ kinds: [AssessmentKind], years: ClosedRange<Int>, school: School, specialConsideration: Bool
    ) async throws -> (stamp: DataStamp, cohorts: [AssessmentCohort]) {
        let assessments = YearGroupAssessment.all.filter { kinds.contains($0.kind) }
        let wanted = years.compactMap { SchoolYear(endYear: $0) }.flatMap { year in
            assessments.filter {
                reference.calendar.holding(of: $0.kind, year: year.endYear, yearGroup: $0.yearGroup).isHeld
            }.map { (assessment: $0, year: year) }
        }
        let snapshots = try await snapshots(wanted, school: school)
        let cohorts = snapshots.compactMap { snapshot -> AssessmentCohort? in
            let cohort = outcomesCache.cohort(snapshot, specialConsideration: specialConsideration) {
                AssessmentCohort(
                    snapshot.assessment.kind, yearGroup: snapshot.assessment.yearGroup, year: snapshot.year.endYear,
                    records: snapshot.records(), specialConsideration: specialConsideration)
            }
            return cohort.records.isEmpty ? nil : cohort
        }
        let stamp: DataStamp
        if let first = snapshots.first { stamp = first.stamp } else { stamp = try await dataStamp(school: school.id) }
        return (stamp, cohorts)
    }
}
