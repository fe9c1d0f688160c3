import Synchronization

/// What each person chose last in each school, such as the year, as far as this process knows, so that it is written only
/// when it changes.
final class LastChoices<Choice: Sendable>: Sendable {
    private struct Key: Hashable {
        let user: Int64
        let school: Int64
    }

    private let choices = Mutex<[Key: Choice]>([:])

    func choice(user: Int64, school: Int64) -> Choice? {
        choices.withLock { $0[Key(user: user, school: school)] }
    }

    func keep(_ choice: Choice, user: Int64, school: Int64) {
        choices.withLock { choices in
            if choices.count >= 100_000 { choices.removeAll() }
            choices[Key(user: user, school: school)] = choice
        }
    }
}
