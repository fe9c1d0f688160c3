import Assessment
import Synchronization

/// How much of each pupil's results of an assessment is in, kept so that saving one cell need not read the whole class.
///
/// An entry belongs to one version of the school's data. A saved cell moves it to the next version; any other change
/// makes it out of date, and it is worked out again.
///
/// Kept from inside the write transactions: those run one after the other, so that an entry is never older than the save that
/// looks at it, however many people type at once. Whoever's transaction fails after that calls ``forget(school:)``.
final class CompletenessCache: Sendable {
    struct Key: Hashable, Sendable {
        let school: Int64
        let year: SchoolYear
        let assessment: YearGroupAssessment
    }

    struct Count: Sendable {
        var done: Int
        var due: Int
        let className: String?
    }

    private struct Entry {
        var version: Int64
        var counts: [Int64: Count]
    }

    private let entries = Mutex<[Key: Entry]>([:])

    /// Puts in one pupil's count by a save that sees the school at `version`, not yet committed, and sums up a class.
    ///
    /// - Parameter isChange: whether the save changes anything, and so raises the version by one.
    ///
    /// - Returns: nil when the entry is missing or out of date.
    func update(
        _ key: Key, version: Int64, isChange: Bool, pupil: Int64, count: (done: Int, due: Int), className: String?
    )
        -> (done: Int, due: Int)?
    {
        entries.withLock { entries in
            guard var entry = entries[key], entry.version == version, let old = entry.counts[pupil] else {
                entries[key] = nil
                return nil
            }
            entry.version += isChange ? 1 : 0
            entry.counts[pupil] = Count(done: count.done, due: count.due, className: old.className)
            entries[key] = entry
            return Self.sum(entry.counts, className)
        }
    }

    /// Keeps the counts of a school at a version.
    func keep(_ key: Key, version: Int64, counts: [Int64: Count]) {
        entries.withLock { entries in
            if entries.count > 256 { entries = [:] }
            entries[key] = Entry(version: version, counts: counts)
        }
    }

    /// Forgets a school’s entries: what was counted ahead of a commit that failed.
    func forget(school: Int64) {
        entries.withLock { entries in
            for key in entries.keys where key.school == school { entries[key] = nil }
        }
    }

    static func sum(_ counts: [Int64: Count], _ className: String?) -> (done: Int, due: Int) {
        var done = 0
        var due = 0
        for count in counts.values where className == nil || count.className == className {
            done += count.done
            due += count.due
        }
        return (done, due)
    }
}
