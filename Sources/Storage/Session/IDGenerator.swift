/// Makes the ids of everything that is stored; the database makes none.
public protocol IDGenerator: Sendable {
    /// A new positive id, greater than every id that this generator made before.
    func next() -> Int64
}
