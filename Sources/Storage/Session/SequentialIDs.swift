import Synchronization

/// Ids that count up from a fixed number, for repeatable runs.
public final class SequentialIDs: IDGenerator {
    private let last: Mutex<Int64>

    /// The first id will be `start`, which must be positive.
    public init(startingAt start: Int64 = 1) { last = Mutex(start - 1) }

    public func next() -> Int64 {
        last.withLock { last in
            last += 1
            return last
        }
    }
}
