import Synchronization

/// Words that were made of a minute before: the same timestamps are shown with every answer of a grid.
final class WordsCache: Sendable {
    private static let most = 20_000

    private let made = Mutex<[Int: String]>([:])

    /// - Parameter minute: whatever number stands for it, such as its digits.
    func value(_ minute: Int, make: () -> String) -> String {
        if let known = made.withLock({ $0[minute] }) { return known }
        let words = make()
        made.withLock { made in
            if made.count >= Self.most { made.removeAll(keepingCapacity: true) }
            made[minute] = words
        }
        return words
    }
}
