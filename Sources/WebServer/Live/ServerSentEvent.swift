import Foundation
import NIOCore

/// What goes over an event stream (WHATWG HTML, "Server-sent events").
enum ServerSentEvent {
    /// An event with a value as one line of JSON; nil where the value can't be encoded.
    static func event(_ name: String, _ value: some Encodable, id: Int64? = nil) -> ByteBuffer? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else { return nil }
        var buffer = ByteBuffer(string: "event: \(name)\n\(id.map { "id: \($0)\n" } ?? "")data: ")
        buffer.writeBytes(data)
        buffer.writeString("\n\n")
        return buffer
    }

    /// How soon to connect again, and which state the page has when nothing follows.
    static func greeting(id: Int64) -> ByteBuffer { ByteBuffer(string: "retry: 1000\nid: \(id)\n\n") }

    /// A comment that keeps proxies from closing a silent stream, and finds out who has gone.
    static let beat = ByteBuffer(string: ": beat\n\n")
}
