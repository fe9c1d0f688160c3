import Synchronization

/// Words that were made of a text before: the same timestamps are shown with every answer of a grid.
final class WordsCache: Sendable {
    private static let most = 20_000

    private let made = Mutex<[String: String]>([:])

    func value(_ text: String, make: (String) -> String) -> String {
        if let known = made.withLock({ $0[text] }) { return known }
        let words = make(text)
        made.withLock { made in
            if made.count >= Self.most { made.removeAll(keepingCapacity: true) }
            made[text] = words
        }
        return words
    }
}
