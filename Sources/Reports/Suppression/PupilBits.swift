/// A set of the pupils of one cohort, by their place in it: 64 to a word, so that comparing groups costs little.
struct PupilBits: Sendable, Hashable {
    private var words: [UInt64]

    init(capacity: Int) { words = Array(repeating: 0, count: (capacity + 63) / 64) }

    mutating func insert(_ place: Int) { words[place / 64] |= 1 << UInt64(place % 64) }

    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// The pupils who are also in the other.
    func both(_ other: PupilBits) -> PupilBits { combined(other) { $0 & $1 } }

    /// The pupils who are not in the other.
    func without(_ other: PupilBits) -> PupilBits { combined(other) { $0 & ~$1 } }

    func isSubset(of other: PupilBits) -> Bool { zip(words, other.words).allSatisfy { $0 & ~$1 == 0 } }

    /// The pupils of either.
    func either(_ other: PupilBits) -> PupilBits { combined(other) { $0 | $1 } }

    /// The places of the pupils, in order.
    var places: [Int] {
        words.enumerated().flatMap { index, word in
            (0..<64).compactMap { word & (1 << UInt64($0)) == 0 ? nil : index * 64 + $0 }
        }
    }

    private func combined(_ other: PupilBits, _ combine: (UInt64, UInt64) -> UInt64) -> PupilBits {
        var result = self
        for index in words.indices { result.words[index] = combine(words[index], other.words[index]) }
        return result
    }
}
