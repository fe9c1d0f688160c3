import GRDB
import Storage
import Synchronization

/// Commits writes in groups: whatever waits when the writer is free shares one transaction and one flush to disk, each
/// write in a savepoint of its own; nobody is told before the commit.
///
/// A write alone costs a flush; 32 at once cost hardly more than one.
final class WriteQueue: Sendable {
    private struct Waiting {
        var jobs: [WriteJob] = []
        var isDraining = false
        var isClosed = false
    }

    private let waiting = Mutex(Waiting())
    private let pool: DatabasePool
    private let ids: any IDGenerator

    init(pool: DatabasePool, ids: any IDGenerator) {
        self.pool = pool
        self.ids = ids
    }

    /// Adds a write to the queue; it is run on the writer's thread.
    func add(_ job: WriteJob) {
        let state = waiting.withLock { waiting in
            guard !waiting.isClosed else { return (accepted: false, starts: false) }
            waiting.jobs.append(job)
            defer { waiting.isDraining = true }
            return (accepted: true, starts: !waiting.isDraining)
        }
        guard state.accepted else { return job.fail(StorageError.closed) }
        if state.starts {
            pool.asyncWriteWithoutTransaction { [self] connection in
                let session = SQLiteSession(connection, ids: ids)
                while let group = nextGroup() { run(group, session) }
            }
        }
    }

    /// Accepts nothing more; what waits is still written.
    func close() { waiting.withLock { $0.isClosed = true } }

    private func nextGroup() -> [WriteJob]? {
        waiting.withLock { waiting in
            guard !waiting.jobs.isEmpty else {
                waiting.isDraining = false
                return nil
            }
            defer { waiting.jobs = [] }
            return waiting.jobs
        }
    }

    private func run(_ group: [WriteJob], _ session: SQLiteSession) {
        var finished: [@Sendable () -> Void] = []
        do {
            try session.control("BEGIN IMMEDIATE")
            for job in group {
                try session.control("SAVEPOINT one_write")
                switch job.attempt(session) {
                case .done(let finish):
                    session.keepWrite()
                    finished.append(finish)
                case .failed(let error):
                    // SQLite ends the whole transaction after a full disk and the like: then nobody's write stands.
                    guard session.isInTransaction else { throw error }
                    try session.control("ROLLBACK TO one_write")
                    session.takeBackWrite()
                    finished.append { job.fail(error) }
                }
                try session.control("RELEASE one_write")
            }
            try session.raiseVersions()
            try session.control("COMMIT")
        } catch {
            if session.isInTransaction { try? session.control("ROLLBACK") }
            session.endGroup(isCommitted: false)
            for job in group { job.fail(error) }
            return
        }
        session.endGroup(isCommitted: true)
        for finish in finished { finish() }
    }
}
