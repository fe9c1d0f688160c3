import NIOCore

/// Reads the plainest JSON from front to back; whatever it does not know is a failure and not an error of the text.
struct PlainJSON {
    private var rest: ByteBufferView
    /// Whether something was asked for that does not stand there in plain form.
    private(set) var hasFailed = false

    init(_ bytes: ByteBufferView) { rest = bytes }

    var isAtEnd: Bool {
        mutating get {
            skipBlanks()
            return rest.isEmpty
        }
    }

    /// Takes a character of the grammar, with the blanks before it; false when another one stands there.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// A string without escapes.
    mutating func string() -> String? {
        guard take("\""),
            let end = rest.firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 < 0x20 }),
            rest[end] == UInt8(ascii: "\""), let text = String(validating: rest[..<end], as: UTF8.self)
        else { return fail() }
        rest = rest[(end + 1)...]
        return text
    }

    /// A whole number that is not negative, of at most 18 digits.
    mutating func number() -> Int64? {
        skipBlanks()
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard (1...18).contains(digits.count), digits.count == 1 || digits.first != UInt8(ascii: "0") else {
            return fail()
        }
        rest = rest[digits.endIndex...]
        return digits.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    }

    private mutating func skipBlanks() {
        while let byte = rest.first, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            rest = rest.dropFirst()
        }
    }

    private mutating func fail<Value>() -> Value? {
        hasFailed = true
        return nil
    }
}
