import Foundation
import HTTPTypes

/// What the server answered.
struct Reply: Sendable {
    let status: Int
    let headers: HTTPFields
    /// The body as it came.
    let bytes: [UInt8]

    /// The body as text.
    var text: String { String(decoding: bytes, as: UTF8.self) }
    var location: String { headers[.location] ?? "" }
    var cookies: [String] { headers[values: .setCookie] }

    /// The words between `<title>` and `</title>`.
    var title: String { between("<title>", "</title>") ?? "" }

    /// Whether the body has a text in it, byte by byte: quick enough to look for thousands of texts on hundreds of pages.
    func has(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard let first = wanted.first else { return true }
        return bytes.withUnsafeBytes { body in
            guard let start = body.baseAddress else { return false }
            var from = 0
            while from + wanted.count <= body.count,
                let found = memchr(start + from, Int32(first), body.count - from - wanted.count + 1)
            {
                if memcmp(found, wanted, wanted.count) == 0 { return true }
                from = UnsafeRawPointer(found) - start + 1
            }
            return false
        }
    }

    /// The first text between two others; nil where it does not occur.
    func between(_ start: String, _ end: String) -> String? {
        guard let first = text.range(of: start),
            let last = text.range(of: end, range: first.upperBound..<text.endIndex)
        else { return nil }
        return String(text[first.upperBound..<last.lowerBound])
    }

    /// Every address that a link or a form of the page leads to, as the browser would ask for it.
    var addresses: Set<String> {
        var found: Set<String> = []
        for name in ["href=\"", "action=\""] {
            for part in text.components(separatedBy: name).dropFirst() {
                let address = part.prefix { $0 != "\"" }.replacingOccurrences(of: "&amp;", with: "&")
                if address.hasPrefix("/") { found.insert(address) }
            }
        }
        return found
    }

    /// The body as JSON.
    func json() throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return value as? [String: Any] ?? [:]
    }
}
