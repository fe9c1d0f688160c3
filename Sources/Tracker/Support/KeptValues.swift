import Synchronization

/// What was made last, by key, each used only for the state of the data that it was made from.
///
/// Emptied when full, which costs each value being made once more.
final class KeptValues<Key: Hashable & Sendable, State: Equatable & Sendable, Value: Sendable>: Sendable {
    private let most: Int
    private let entries = Mutex<[Key: (state: State, value: Value)]>([:])

    /// - Parameter most: how many values are kept.
    init(most: Int) { self.most = most }

    /// The value made from this state; nil when none is kept, or one of another state.
    func value(_ key: Key, of state: State) -> Value? {
        entries.withLock { $0[key] }.flatMap { $0.state == state ? $0.value : nil }
    }

    func keep(_ value: Value, _ key: Key, of state: State) {
        entries.withLock { entries in
            if entries.count >= most { entries.removeAll() }
            entries[key] = (state, value)
        }
    }

    /// The value made from this state, made now if none is kept. Two callers at once may both make it.
    func value(_ key: Key, of state: State, make: () -> Value) -> Value {
        if let kept = value(key, of: state) { return kept }
        let made = make()
        keep(made, key, of: state)
        return made
    }
}
