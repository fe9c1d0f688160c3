import Hummingbird
import NIOCore
import Synchronization

/// The body of a request that remembers whether anybody has begun to read it.
final class WatchedBody: AsyncSequence, Sendable {
    private let body: RequestBody
    private let isBegun = Mutex(false)

    init(_ body: RequestBody) { self.body = body }

    func makeAsyncIterator() -> RequestBody.AsyncIterator {
        isBegun.withLock { $0 = true }
        return body.makeAsyncIterator()
    }

    /// Reads all of it away, if nobody has begun to.
    func discardUnlessBegun() async {
        guard !isBegun.withLock({ $0 }) else { return }
        do {
            for try await _ in self {}
        } catch {
            // The other side has gone, and with it whoever waited for an answer.
        }
    }
}
