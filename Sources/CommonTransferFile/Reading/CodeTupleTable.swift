/// Gives records with the same codes the same ``CTFCodeTuple``, without building text to find it.
struct CodeTupleTable {
    /// A real file has some hundred; beyond this, tuples are made anew, so that a hostile file cannot fill memory here.
    private static let most = 10_000

    private var slots = [Int32](repeating: -1, count: 1024)
    private var hashes: [UInt64] = []
    private var keys: [[UInt8]] = []
    private var tuples: [CTFCodeTuple] = []

    /// - Parameter key: locale, stage, subject, method, component, status and qualifier, each followed by a zero byte.
    mutating func tuple(_ key: UnsafeBufferPointer<UInt8>) -> CTFCodeTuple {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in key { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        hash ^= hash >> 32
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if hashes[index] == hash, keys[index].elementsEqual(key) { return tuples[index] }
            slot = (slot + 1) & mask
        }
        let tuple = Self.make(key)
        guard tuples.count < Self.most else { return tuple }
        slots[slot] = Int32(tuples.count)
        hashes.append(hash)
        keys.append(Array(key))
        tuples.append(tuple)
        if tuples.count * 2 > slots.count { grow() }
        return tuple
    }

    private mutating func grow() {
        let mask = slots.count * 2 - 1
        slots = [Int32](repeating: -1, count: mask + 1)
        for (index, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(index)
        }
    }

    private static func make(_ key: UnsafeBufferPointer<UInt8>) -> CTFCodeTuple {
        let parts = key.split(separator: 0, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        return CTFCodeTuple(
            locale: parts[0], stage: parts[1], subject: parts[2], method: parts[3], component: parts[4],
            status: parts[5], qualifier: parts[6])
    }
}
