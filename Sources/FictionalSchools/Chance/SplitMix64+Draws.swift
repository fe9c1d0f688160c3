// The standard library does not promise that its own draws stay the same from version to version, so these are our own.
// Only sums, differences and products of doubles are used: these are exact to the bit everywhere, logarithms are not.
extension SplitMix64 {
    /// A whole number from 0 to one less than `bound`; 0 when `bound` is under 1.
    mutating func below(_ bound: Int) -> Int {
        guard bound > 1 else { return 0 }
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A number from 0 up to, not including, 1.
    mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// True with a probability of 0 to 1.
    mutating func happens(_ probability: Double) -> Bool { fraction() < probability }

    /// A draw from a bell curve with mean 0 and standard deviation 1: the sum of twelve even draws, so within ±6.
    mutating func bell() -> Double {
        var sum = -6.0
        for _ in 0..<12 { sum += fraction() }
        return sum
    }

    /// One of the values, each as likely as the others.
    mutating func pick<Value>(_ values: [Value]) -> Value? {
        values.isEmpty ? nil : values[below(values.count)]
    }

    /// The position of one of the weights, each as likely as it is heavy; 0 when all are nothing.
    mutating func position(byWeight weights: [Int]) -> Int {
        var left = below(weights.reduce(0, +))
        for (position, weight) in weights.enumerated() {
            if left < weight { return position }
            left -= weight
        }
        return 0
    }
}
