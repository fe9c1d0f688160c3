import Foundation
import Synchronization

/// Ids that grow with time: 41 bits of milliseconds since 2020, 10 bits that tell processes apart, 12 bits that count.
///
/// More than 4,096 ids in a millisecond borrow from the next one, so ids stay unique and rising within a process.
public final class TimeOrderedIDs: IDGenerator {
    private let last = Mutex<Int64>(0)
    private let process: Int64
    private let milliseconds: @Sendable () -> Int64

    /// - Parameters:
    ///   - process: 0 to 1023 (the lowest 10 bits are taken), different for every process that shares a database.
    ///   - milliseconds: the time since 1 January 1970 UTC; the system's clock unless given.
    public init(
        process: Int = Int.random(in: 0..<1024),
        milliseconds: (@Sendable () -> Int64)? = nil
    ) {
        self.process = Int64(process & 1023) << 12
        self.milliseconds = milliseconds ?? { Int64(Date().timeIntervalSince1970 * 1000) }
    }

    public func next() -> Int64 {
        let now = max(0, milliseconds() - 1_577_836_800_000)
        return last.withLock { last in
            let previous = last >> 22
            let count = last & 4095
            if now > previous {
                last = now << 22 | process
            } else if count < 4095 {
                last += 1
            } else {
                last = (previous + 1) << 22 | process
            }
            return last
        }
    }
}
