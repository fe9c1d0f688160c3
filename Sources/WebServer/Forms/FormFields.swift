import Forms
import Hummingbird
import Pages

/// The fields of a form sent as `application/x-www-form-urlencoded`.
struct FormFields {
    private let items: [Address.Item]

    init(_ items: [Address.Item]) { self.items = items }

    /// Reads the body of a request: at most 1 MB.
    ///
    /// - Throws: ``FormError``.
    static func read(_ request: Request) async throws -> FormFields {
        guard let type = request.headers[.contentType], type.hasPrefix("application/x-www-form-urlencoded") else {
            throw FormError.notAForm
        }
        let limit = 1 << 20
        let body: ByteBuffer
        do { body = try await request.body.collect(upTo: limit) } catch { throw FormError.tooLarge(limit: limit) }
        return FormFields(Address(parsing: "/?" + String(buffer: body)).query)
    }

    /// The first field of a name; empty when there is none.
    subscript(_ name: String) -> String { items.first { $0.name == name }?.value ?? "" }

    /// Every field of a name, in order.
    func all(_ name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }

    /// Whether a checkbox is ticked.
    func isTicked(_ name: String) -> Bool { !self[name].isEmpty }

    /// The fields whose names begin with a prefix, without it.
    func fields(prefix: String) -> [String: String] {
        var fields: [String: String] = [:]
        for item in items where item.name.hasPrefix(prefix) {
            fields[String(item.name.dropFirst(prefix.count))] = item.value
        }
        return fields
    }

    /// Everything, the last of a name winning.
    var dictionary: [String: String] {
        Dictionary(items.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    }
}
