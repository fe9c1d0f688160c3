import Storage
import Synchronization

/// The versions of schools' data as last read, valid while the database's change token stands still.
final class VersionCache: Sendable {
    private struct State {
        var token: UInt64?
        var versions: [Int64: Int64] = [:]
    }

    private let state = Mutex(State())

    /// The version of a school (0 for the installation) if nothing was committed since it was read.
    func version(school: Int64, token: UInt64?) -> Int64? {
        guard let token else { return nil }
        return state.withLock { $0.token == token ? $0.versions[school] : nil }
    }

    /// Remembers versions that were read after `token` was taken.
    func remember(_ versions: [Int64: Int64], token: UInt64?) {
        guard let token else { return }
        state.withLock { state in
            if state.token != token {
                state.token = token
                state.versions = [:]
            }
            state.versions.merge(versions) { _, new in new }
        }
    }
}
