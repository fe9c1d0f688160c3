import Synchronization

/// Sessions as last read, valid while the versions of the installation and of the accounts stand still.
final class SessionCache: Sendable {
    private struct State {
        var stamp: DataStamp?
        var sessions: [String: SignedIn] = [:]
    }

    private let state = Mutex(State())

    func session(_ tokenHash: String, stamp: DataStamp) -> SignedIn? {
        state.withLock { $0.stamp == stamp ? $0.sessions[tokenHash] : nil }
    }

    func keep(_ session: SignedIn, stamp: DataStamp) {
        state.withLock { state in
            if state.stamp != stamp || state.sessions.count > 10_000 {
                state.stamp = stamp
                state.sessions = [:]
            }
            state.sessions[session.tokenHash] = session
        }
    }
}
