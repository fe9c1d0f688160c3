/// The pupils behind one number, by id, in the order of the cohort.
public struct PupilsBehind: Sendable, Hashable {
    /// A pupil who is in no denominator of the number, and why.
    public struct LeftOut: Sendable, Hashable {
        public let id: Int64
        /// In words, with the code where there is one: `Left the school (L)`.
        public let reason: String

        public init(id: Int64, reason: String) {
            self.id = id
            self.reason = reason
        }
    }

    public let numerator: [Int64]
    /// Always holds the numerator.
    public let denominator: [Int64]
    public let leftOut: [LeftOut]

    public init(numerator: [Int64], denominator: [Int64], leftOut: [LeftOut]) {
        self.numerator = numerator
        self.denominator = denominator
        self.leftOut = leftOut
    }
}
