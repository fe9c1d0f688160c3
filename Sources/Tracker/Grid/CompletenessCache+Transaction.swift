import Assessment
import Storage

extension CompletenessCache {
    /// How much of a class is in once one pupil's row has the new count; for use inside the transaction that changes the row.
    ///
    /// - Parameters:
    ///   - isChange: whether the transaction changes anything of the school.
    ///   - className: nil for the whole year group.
    ///   - read: everything of the school and year as the transaction sees it; asked only when nothing fitting is kept.
    func sum(
        _ key: Key, isChange: Bool, pupil: Int64, count: (done: Int, due: Int), className: String?,
        _ session: any SQLSession,
        read: (_ version: Int64) throws -> CohortSnapshot
    ) throws -> (done: Int, due: Int) {
        let version = try VersionStore(session).version(school: key.school)
        if let sum = update(
            key, version: version, isChange: isChange, pupil: pupil, count: count, className: className)
        {
            return sum
        }
        let snapshot = try read(version)
        var counts: [Int64: Count] = [:]
        for pupil in snapshot.cohort {
            guard let count = snapshot.row(pupil.id)?.completeness() else { continue }
            counts[pupil.id] = Count(
                done: count.done, due: count.due, className: snapshot.places[pupil.id]?.className)
        }
        keep(key, version: isChange ? version + 1 : version, counts: counts)
        return Self.sum(counts, className)
    }
}
