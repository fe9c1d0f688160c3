import Hummingbird
import NIOCore

/// The body of a request, of which what nobody wanted can be read away.
///
/// `@unchecked`: it is read by one task at a time, that of its request.
final class WatchedBody: AsyncSequence, @unchecked Sendable {
    struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let body: WatchedBody

        mutating func next() async throws -> ByteBuffer? { try await body.next() }
    }

    private var rest: RequestBody.AsyncIterator
    private var isOver = false

    init(_ body: RequestBody) { rest = body.makeAsyncIterator() }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(body: self) }

    /// Reads away what is left of it.
    func discard() async {
        do {
            while try await next() != nil {}
        } catch {
            // The other side has gone, and with it whoever waited for an answer.
        }
    }

    private func next() async throws -> ByteBuffer? {
        guard !isOver else { return nil }
        do {
            let piece = try await rest.next()
            isOver = piece == nil
            return piece
        } catch {
            isOver = true
            throw error
        }
    }
}
