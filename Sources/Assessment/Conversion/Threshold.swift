/// The raw marks that are known to reach the standard in a year of which the full table may not be at hand.
public struct Threshold: Sendable, Hashable {
    public let key: ConversionTable.Key
    /// The highest raw mark of the test.
    public let maximum: Int
    /// The lowest raw mark with scaled score 100: the expected standard.
    public let expected: Int
    /// The lowest raw mark with scaled score 110 (Key Stage 2 only): the higher standard.
    public let higher: Int?

    public init(key: ConversionTable.Key, maximum: Int, expected: Int, higher: Int?) {
        self.key = key
        self.maximum = maximum
        self.expected = expected
        self.higher = higher
    }
}
