import Assessment
import Storage
import Synchronization

/// The schools that were asked for last, valid while the installation's version stands still.
final class SchoolCache: Sendable {
    private struct State {
        var installation: Int64 = -1
        var schools: [DfENumber: School] = [:]
    }

    private let state = Mutex(State())

    func school(_ number: DfENumber, installation: Int64) -> School? {
        state.withLock { $0.installation == installation ? $0.schools[number] : nil }
    }

    func keep(_ school: School, for number: DfENumber, installation: Int64) {
        state.withLock { state in
            if state.installation != installation || state.schools.count > 1000 {
                state.installation = installation
                state.schools = [:]
            }
            state.schools[number] = school
        }
    }
}
