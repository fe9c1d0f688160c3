/// What a reader can add up from the figures shown so far: every sum and difference of them, with any factors.
///
/// Each figure is a vector with 1 for each pupil in it. A set of pupils can be worked out exactly when its vector is a sum of
/// multiples of shown ones. Kept as an echelon basis in whole numbers modulo a prime: no rounding, and what is a combination
/// of fractions is one modulo a large prime as well.
struct ShownSpan {
    private static let prime = 2_147_483_647

    /// Each with a pivot at which all later ones are 0.
    private var basis: [(pivot: Int, vector: [Int])] = []
    /// The vectors of the sets that must not be worked out, less what is known of them.
    private var secrets: [[Int]]
    private let places: Int

    /// - Parameters:
    ///   - places: how many pupils there are; 0 shows everything.
    ///   - secrets: the sets that must not be worked out, none of them empty.
    init(places: Int, secrets: some Sequence<PupilBits>) {
        self.places = places
        self.secrets = secrets.map { Self.vector($0, places) }
    }

    private static func vector(_ set: PupilBits, _ places: Int) -> [Int] {
        var vector = Array(repeating: 0, count: places)
        for place in set.places where place < places { vector[place] = 1 }
        return vector
    }

    /// Shows a set as well.
    ///
    /// - Returns: false when a secret could be worked out with it; then nothing is shown.
    mutating func show(_ set: PupilBits) -> Bool {
        var vector = Self.vector(set, places)
        for (pivot, known) in basis { Self.clear(&vector, at: pivot, by: known) }
        guard let pivot = vector.firstIndex(where: { $0 != 0 }) else { return true }
        let inverse = Self.inverse(vector[pivot])
        for place in vector.indices { vector[place] = vector[place] * inverse % Self.prime }
        var left = secrets
        for index in left.indices where left[index][pivot] != 0 {
            Self.clear(&left[index], at: pivot, by: vector)
            if left[index].allSatisfy({ $0 == 0 }) { return false }
        }
        secrets = left
        basis.append((pivot, vector))
        return true
    }

    /// Takes so much of a basis vector away that nothing is left at its pivot.
    private static func clear(_ vector: inout [Int], at pivot: Int, by known: [Int]) {
        let factor = vector[pivot]
        guard factor != 0 else { return }
        for place in vector.indices where known[place] != 0 {
            vector[place] = (vector[place] + (prime - factor) * known[place]) % prime
        }
    }

    /// By Fermat: a to the power of p - 2.
    private static func inverse(_ number: Int) -> Int {
        var result = 1
        var square = number % prime
        var power = prime - 2
        while power > 0 {
            if power & 1 == 1 { result = result * square % prime }
            square = square * square % prime
            power >>= 1
        }
        return result
    }
}
