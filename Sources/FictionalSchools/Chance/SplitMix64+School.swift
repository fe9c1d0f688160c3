extension SplitMix64 {
    /// The seed of one school of a country, whether 1 or 16,800 of them are made.
    static func schoolSeed(_ seed: UInt64, _ index: Int) -> UInt64 {
        var draws = SplitMix64(seed: seed, part: UInt64(index) &+ 0x5C00)
        return draws.next()
    }
}
