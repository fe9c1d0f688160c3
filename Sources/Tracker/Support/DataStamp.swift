/// Which state of the data something was worked out from: equal stamps, equal data.
public struct DataStamp: Sendable, Hashable {
    /// Of the school.
    public let school: Int64
    /// Of what belongs to the whole installation: tables, schools, users.
    public let installation: Int64
}
