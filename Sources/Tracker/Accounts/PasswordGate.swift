/// Lets at most two scrypt computations run at a time, so that a burst of sign-ins can't take the memory or the cores.
actor PasswordGate {
    private var running = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        if running >= 2 {
            await withCheckedContinuation { waiting.append($0) }
        } else {
            running += 1
        }
        defer {
            if waiting.isEmpty { running -= 1 } else { waiting.removeFirst().resume() }
        }
        return try await Task.detached { try work() }.value
    }
}
