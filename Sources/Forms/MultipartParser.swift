/// Takes a `multipart/form-data` body apart while it arrives; holds no more than one boundary's length of it.
///
/// Source: RFC 7578 and RFC 2046, section 5.1. Nested parts and transfer encodings, which browsers do not send, are refused.
public struct MultipartParser: Sendable {
    /// What is found, in order.
    public enum Event: Equatable, Sendable {
        /// A part begins; `fileName` is nil for an ordinary field.
        case begin(name: String, fileName: String?)
        case data(ArraySlice<UInt8>)
        case end
        /// The closing boundary; nothing after it counts.
        case finish
    }

    private enum State { case preamble, headers, data, finished }

    private let delimiter: [UInt8]
    private var state = State.preamble
    private var pending: [UInt8]
    private var parts = 0
    /// Whether the data of a part begins behind the line end that ended its head.
    private var skipsLineEnd = false

    private static let longestHeaders = 16 << 10
    private static let mostParts = 64

    /// - Parameter contentType: the request's, with its boundary.
    /// - Throws: ``FormError/notAForm``.
    public init(contentType: String) throws(FormError) {
        guard contentType.lowercased().hasPrefix("multipart/form-data"),
            let boundary = Self.parameter("boundary", in: contentType), (1...70).contains(boundary.utf8.count)
        else { throw .notAForm }
        delimiter = Array("\r\n--\(boundary)".utf8)
        // The first boundary has no line end before it.
        pending = [13, 10]
    }

    /// Whether the closing boundary has come.
    public var isFinished: Bool { state == .finished }

    /// Takes the next bytes and gives what they complete.
    ///
    /// - Throws: ``FormError/malformed(_:)``, or what `emit` throws.
    public mutating func feed(_ bytes: some Sequence<UInt8>, _ emit: (Event) throws -> Void) throws {
        pending.append(contentsOf: bytes)
        while try step(emit) {}
    }

    /// - Returns: whether something was consumed, so that there may be more.
    private mutating func step(_ emit: (Event) throws -> Void) throws -> Bool {
        switch state {
        case .finished:
            pending.removeAll()
            return false
        case .preamble, .data:
            if skipsLineEnd {
                guard pending.count >= delimiter.count else { return false }
                if !pending.starts(with: delimiter) { pending.removeFirst(2) }
                skipsLineEnd = false
            }
            guard let found = Self.find(delimiter, in: pending) else {
                let keep = min(pending.count, delimiter.count - 1)
                let ready = pending.count - keep
                guard ready > 0 else { return false }
                if state == .data { try emit(.data(pending[..<ready])) }
                pending.removeFirst(ready)
                return false
            }
            let after = found + delimiter.count
            guard pending.count >= after + 2 else {
                if found > 0 {
                    if state == .data { try emit(.data(pending[..<found])) }
                    pending.removeFirst(found)
                }
                return false
            }
            if state == .data {
                if found > 0 { try emit(.data(pending[..<found])) }
                try emit(.end)
            }
            if pending[after] == 45, pending[after + 1] == 45 {
                state = .finished
                try emit(.finish)
            } else if pending[after] == 13, pending[after + 1] == 10 {
                state = .headers
            } else {
                throw FormError.malformed("a boundary is not followed by a line end")
            }
            pending.removeFirst(after + 2)
            return true
        case .headers:
            guard let end = Self.find([13, 10, 13, 10], in: pending) else {
                guard pending.count <= Self.longestHeaders else {
                    throw FormError.malformed("a part’s head is too long")
                }
                return false
            }
            guard end <= Self.longestHeaders else { throw FormError.malformed("a part’s head is too long") }
            parts += 1
            guard parts <= Self.mostParts else {
                throw FormError.malformed("there are more than \(Self.mostParts) parts")
            }
            try emit(Self.begin(String(decoding: pending[..<end], as: UTF8.self)))
            // The line end before the data stays, since an empty part's boundary begins with it.
            pending.removeFirst(end + 2)
            skipsLineEnd = true
            state = .data
            return true
        }
    }

    private static func begin(_ head: String) throws -> Event {
        for line in head.split(separator: "\r\n") {
            let halves = line.split(separator: ":", maxSplits: 1)
            guard halves.count == 2, halves[0].lowercased() == "content-disposition" else { continue }
            let value = String(halves[1])
            guard value.lowercased().contains("form-data"), let name = parameter("name", in: value) else { break }
            return .begin(name: name, fileName: parameter("filename", in: value))
        }
        throw FormError.malformed("a part has no name")
    }

    /// The value of `name=value` or `name="value"` after a semicolon; browsers write `"` inside a value as `%22`.
    static func parameter(_ name: String, in header: String) -> String? {
        var rest = header.drop { $0 != ";" }
        while rest.first == ";" {
            rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
            let key = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest.dropFirst(key.count)
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst()
            let value: Substring
            if rest.first == "\"" {
                let inner = rest.dropFirst()
                guard let end = inner.firstIndex(of: "\"") else { return nil }
                value = inner[..<end]
                rest = inner[inner.index(after: end)...].drop { $0 != ";" }
            } else {
                value = rest.prefix { $0 != ";" && $0 != " " }
                rest = rest.dropFirst(value.count).drop { $0 != ";" }
            }
            if key.lowercased() == name { return String(value.replacing("%22", with: "\"")) }
        }
        return nil
    }

    /// Where a pattern begins. Boundaries are random, so comparing at each line end is quick.
    private static func find(_ pattern: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= pattern.count else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            pattern.withUnsafeBufferPointer { pattern in
                let last = bytes.count - pattern.count
                var index = 0
                while index <= last {
                    if bytes[index] == pattern[0] {
                        var length = 1
                        while length < pattern.count, bytes[index + length] == pattern[length] { length += 1 }
                        if length == pattern.count { return index }
                    }
                    index += 1
                }
                return nil
            }
        }
    }
}
