/// A school's DfE number ("LAEstab"): local authority code and establishment number, kept as text so that leading zeros stay.
///
/// A school that becomes an academy gets a new one; former numbers are facts about the school, not about this value.
public struct DfENumber: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Three digits, such as `820`.
    public let la: String
    /// Four digits, such as `9991`.
    public let establishment: String

    /// Takes `820/9991`, `8209991` or `820-9991`; blanks around it are dropped.
    public init(_ text: String) throws(IdentifierError) {
        var characters = Array(trimBlanks(text).utf8)
        if characters.count == 8, [UInt8(ascii: "/"), UInt8(ascii: "-")].contains(characters[3]) {
            characters.remove(at: 3)
        }
        guard characters.count == 7, characters.allSatisfy(isASCIIDigit) else { throw .dfeNumber(text) }
        la = String(decoding: characters.prefix(3), as: UTF8.self)
        establishment = String(decoding: characters.suffix(4), as: UTF8.self)
    }

    /// `820/9991`, as people write it.
    public var description: String { "\(la)/\(establishment)" }

    /// `8209991`, as file names and addresses write it.
    public var compact: String { la + establishment }

    public static func < (left: Self, right: Self) -> Bool { left.compact < right.compact }
}

extension DfENumber: Codable {
    public init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
