import Assessment
import Synchronization

/// The year in which each person last looked at each school, as far as this process knows, so that it is written only when
/// it changes.
final class LastYears: Sendable {
    private struct Key: Hashable {
        let user: Int64
        let school: Int64
    }

    private let years = Mutex<[Key: SchoolYear]>([:])

    func year(user: Int64, school: Int64) -> SchoolYear? {
        years.withLock { $0[Key(user: user, school: school)] }
    }

    func keep(_ year: SchoolYear, user: Int64, school: Int64) {
        years.withLock { years in
            if years.count >= 100_000 { years.removeAll() }
            years[Key(user: user, school: school)] = year
        }
    }
}
