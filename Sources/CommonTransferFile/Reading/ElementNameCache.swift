/// Finds the number of an element name by the address of its text.
///
/// libxml2 keeps one copy of each name for the life of a parser, so that equal addresses mean equal names: after the
/// first time, a name costs one look at a small table and no text is compared.
struct ElementNameCache {
    private static let capacity = 512
    /// Names beyond this many are looked up by their text each time; a real file has about a hundred.
    private static let most = 384

    private let numbers: [String: UInt8]
    private let addresses = FixedTable<UInt>(repeating: 0, count: capacity)
    private let found = FixedTable<UInt8>(repeating: 0, count: capacity)
    private var count = 0

    init(_ grammar: CTFGrammar) {
        numbers = grammar.nameNumbers
    }

    func free() {
        addresses.free()
        found.free()
    }

    /// The number that the grammar gives to the name at this address; 0 for a name that it does not have.
    mutating func number(of name: UnsafePointer<UInt8>) -> Int {
        let address = UInt(bitPattern: name)
        var slot = Int(truncatingIfNeeded: (address &* 0x9E37_79B9_7F4A_7C15) >> 55)
        while addresses[slot] != 0 {
            if addresses[slot] == address { return Int(found[slot]) }
            slot = (slot + 1) & (Self.capacity - 1)
        }
        let number = numbers[String(cString: name)] ?? 0
        if count < Self.most {
            count += 1
            addresses[slot] = address
            found[slot] = number
        }
        return Int(number)
    }
}
