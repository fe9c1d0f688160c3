/// A path and a query, taken apart: what stands in the address bar after the host.
///
/// Parts are kept decoded; ``text`` encodes everything but letters, digits and `-._~` (RFC 3986, "unreserved").
public struct Address: Hashable, Sendable {
    /// One name and value of the query.
    public struct Item: Hashable, Sendable {
        public var name: String
        public var value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The path without its slashes: `["schools", "8209991"]`.
    public var path: [String]
    /// The query in the order in which it stands.
    public var query: [Item]

    public init(_ path: [String], query: [Item] = []) {
        self.path = path
        self.query = query
    }

    /// Takes `/a/b?x=y` apart; a fragment is dropped, `+` in the query is a blank, and a broken percent escape stays as it
    /// is written.
    public init(parsing text: String) {
        var text = text
        (path, query) = text.withUTF8 { bytes in
            let whole = bytes.prefix { $0 != UInt8(ascii: "#") }
            let pathEnd = whole.firstIndex(of: UInt8(ascii: "?")) ?? whole.endIndex
            let path = whole[..<pathEnd].split(separator: UInt8(ascii: "/")).map {
                Self.decode($0, plusIsBlank: false)
            }
            let query = whole[pathEnd...].dropFirst().split(separator: UInt8(ascii: "&")).map { pair in
                let nameEnd = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
                return Item(
                    Self.decode(pair[..<nameEnd], plusIsBlank: true),
                    Self.decode(pair[nameEnd...].dropFirst(), plusIsBlank: true))
            }
            return (path, query)
        }
    }

    /// The value of the first item of that name, nil when there is none or it is empty.
    public func value(_ name: String) -> String? {
        guard let value = query.first(where: { $0.name == name })?.value, !value.isEmpty else { return nil }
        return value
    }

    /// The address as it is sent: `/schools/8209991?q=O%27Brien`.
    public var text: String {
        var bytes: [UInt8] = []
        for part in path {
            bytes.append(UInt8(ascii: "/"))
            Self.encode(part, into: &bytes)
        }
        if bytes.isEmpty { bytes.append(UInt8(ascii: "/")) }
        for (index, item) in query.enumerated() {
            bytes.append(index == 0 ? UInt8(ascii: "?") : UInt8(ascii: "&"))
            Self.encode(item.name, into: &bytes)
            bytes.append(UInt8(ascii: "="))
            Self.encode(item.value, into: &bytes)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let hexDigits = Array("0123456789ABCDEF".utf8)

    private static func encode(_ text: String, into bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                bytes += [UInt8(ascii: "%"), hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
            }
        }
    }

    private static func decode(_ source: Slice<UnsafeBufferPointer<UInt8>>, plusIsBlank: Bool) -> String {
        guard source.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
            return String(decoding: source, as: UTF8.self)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count)
        var index = source.startIndex
        while index < source.endIndex {
            if source[index] == UInt8(ascii: "%"), index + 2 < source.endIndex, let high = hexDigit(source[index + 1]),
                let low = hexDigit(source[index + 2])
            {
                bytes.append(high << 4 | low)
                index += 3
            } else {
                bytes.append(plusIsBlank && source[index] == UInt8(ascii: "+") ? UInt8(ascii: " ") : source[index])
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
