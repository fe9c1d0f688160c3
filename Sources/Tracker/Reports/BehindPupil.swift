public import Assessment
import Reports

/// A pupil behind a figure, on which side of it, with what stands for their result.
public struct BehindPupil: Sendable {
    public enum Side: Sendable, Hashable {
        case numerator
        /// In the denominator, not in the numerator.
        case others
        /// In neither, with the reason as words.
        case leftOut(reason: String)
    }

    public let pupil: Pupil
    public let place: CohortPlace
    public let side: Side
    /// As ``StatutoryMeasure/result(of:)`` has it.
    public let result: String

    /// In the order of the register.
    static func list(
        _ measure: StatutoryMeasure, year: Int, group: GroupSelection, _ cohorts: [AssessmentCohort]
    ) -> [BehindPupil] {
        guard
            let cohort = cohorts.first(where: {
                $0.kind == measure.kind && $0.yearGroup == measure.yearGroup && $0.year == year
            })
        else { return [] }
        let behind = cohort.pupils(behind: measure, group)
        var sides: [Int64: Side] = [:]
        for id in behind.denominator { sides[id] = .others }
        for id in behind.numerator { sides[id] = .numerator }
        for pupil in behind.leftOut { sides[pupil.id] = .leftOut(reason: pupil.reason) }
        return cohort.records.compactMap { record in
            sides[record.pupil.id].map {
                BehindPupil(pupil: record.pupil, place: record.place, side: $0, result: measure.result(of: record.row))
            }
        }
    }
}
