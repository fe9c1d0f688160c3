import Assessment
import Storage
import Synchronization

/// The cohorts of which somebody types results, kept from one save to the next so that a save reads nothing that it knows.
///
/// Each is kept with the version of the school's data, which every write raises. A save compares it inside its transaction and
/// takes the cohort on to the version that it makes; after anything else that changed the school the cohort is read anew.
/// That holds where writes run one after the other (``SQLSession/isOnlyWriter``); elsewhere every save reads.
final class EntryCohorts: Sendable {
    struct Key: Hashable, Sendable {
        let school: Int64
        let year: SchoolYear
        let assessment: AssessmentKind
    }

    private struct Entry {
        let version: Int64
        let cohort: EntryCohort
    }

    /// Some hundred kB each.
    private static let capacity = 64

    private let entries = Mutex<[Key: Entry]>([:])

    /// Runs the body of a save with the cohort as its transaction sees it.
    ///
    /// - Parameters:
    ///   - read: reads the cohort in the same transaction.
    ///   - save: says whether it changed anything of the school. When it throws it must have left the cohort as it was.
    func withCohort<T>(
        _ key: Key, _ session: any SQLSession, read: () throws -> EntryCohort,
        save: (inout EntryCohort) throws -> (result: T, isChange: Bool)
    ) throws -> T {
        guard session.isOnlyWriter else {
            var cohort = try read()
            return try save(&cohort).result
        }
        let version = try session.version(schoolID: key.school)
        // Taken out meanwhile, so that it is changed in its place and not copied.
        var cohort = try take(key, version) ?? read()
        let saved: (result: T, isChange: Bool)
        do {
            saved = try save(&cohort)
        } catch {
            // A refused value leaves the cohort as it was; where the database refuses, what is kept may be what is wrong.
            if !(error is StorageError) { keep(cohort, key, version: version) }
            throw error
        }
        keep(cohort, key, version: saved.isChange ? version + 1 : version)
        if saved.isChange { session.ifTakenBack { [self] in forget(key) } }
        return saved.result
    }

    private func take(_ key: Key, _ version: Int64) -> EntryCohort? {
        guard let entry = entries.withLock({ $0.removeValue(forKey: key) }), entry.version == version else {
            return nil
        }
        return entry.cohort
    }

    private func keep(_ cohort: EntryCohort, _ key: Key, version: Int64) {
        entries.withLock { entries in
            if entries.count >= Self.capacity { entries = [:] }
            entries[key] = Entry(version: version, cohort: cohort)
        }
    }

    private func forget(_ key: Key) { _ = entries.withLock { $0.removeValue(forKey: key) } }
}
