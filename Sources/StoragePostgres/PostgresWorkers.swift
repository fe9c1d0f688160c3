import Foundation
import Storage

/// Threads that each own one connection and take work from one queue, as libpq's calls wait for the server.
///
/// `@unchecked`: everything mutable is guarded by `condition`.
final class PostgresWorkers: @unchecked Sendable {
    /// Work for a connection, or the reason why there is none.
    typealias Job = @Sendable (Result<PostgresConnection, any Error>) -> Void

    private let condition = NSCondition()
    private let address: PostgresAddress
    private let maximum: Int
    private var jobs: [Job] = []
    private var idle = 0
    private var workers = 0
    private var isClosed = false
    private var waitingForEnd: [CheckedContinuation<Void, Never>] = []

    init(_ address: PostgresAddress, maximum: Int) {
        self.address = address
        self.maximum = max(1, maximum)
    }

    /// Queues work; another thread and connection are added while all others are busy, up to the maximum.
    func add(_ job: @escaping Job) {
        condition.lock()
        guard !isClosed else {
            condition.unlock()
            return job(.failure(StorageError.closed))
        }
        jobs.append(job)
        if idle < jobs.count, workers < maximum {
            workers += 1
            let thread = Thread { [self] in work() }
            thread.name = "leadline.postgres.\(workers)"
            thread.start()
        }
        condition.signal()
        condition.unlock()
    }

    /// Accepts nothing more and lets every thread end after the work that waits.
    func close() {
        condition.lock()
        isClosed = true
        condition.broadcast()
        condition.unlock()
    }

    /// Returns when all work is done and every connection is closed; call ``close()`` before.
    func end() async {
        await withCheckedContinuation { continuation in
            condition.lock()
            let isOver = workers == 0
            if !isOver { waitingForEnd.append(continuation) }
            condition.unlock()
            if isOver { continuation.resume() }
        }
    }

    private func work() {
        do {
            var connection: PostgresConnection?
            while let job = next() {
                do {
                    if connection?.isUsable != true { connection = nil }
                    let usable = try connection ?? PostgresConnection(address)
                    connection = usable
                    job(.success(usable))
                } catch {
                    job(.failure(error))
                }
            }
        }
        condition.lock()
        workers -= 1
        let waiting = workers == 0 ? waitingForEnd : []
        condition.unlock()
        for continuation in waiting { continuation.resume() }
    }

    private func next() -> Job? {
        condition.lock()
        defer { condition.unlock() }
        idle += 1
        defer { idle -= 1 }
        while jobs.isEmpty {
            if isClosed { return nil }
            condition.wait()
        }
        return jobs.removeFirst()
    }
}
