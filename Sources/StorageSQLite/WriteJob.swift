import Storage

/// One write that waits for its turn, with the caller to tell.
struct WriteJob: Sendable {
    /// How an attempt ended, before the commit.
    enum Outcome {
        /// The closure to call once the transaction is durable.
        case done(@Sendable () -> Void)
        case failed(any Error)
    }

    /// Runs the caller's closure.
    let attempt: @Sendable (any SQLSession) -> Outcome
    /// Tells the caller that nothing was stored.
    let fail: @Sendable (any Error) -> Void

    init<T: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> T, _ caller: CheckedContinuation<T, any Error>
    ) {
        attempt = { session in
            do {
                let result = try body(session)
                return .done { caller.resume(returning: result) }
            } catch {
                return .failed(error)
            }
        }
        fail = { caller.resume(throwing: $0) }
    }
}
