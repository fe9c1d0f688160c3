import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore

/// One person's browser: sends the session's cookie, and its token with every form.
struct Browser: Sendable {
    let client: any TestClientProtocol
    /// nil before sign-in.
    var session: String?
    /// The session's form token; nil sends none.
    var token: String?
    /// Other cookies, as `name=value`.
    var cookies: [String] = []

    func get(_ address: String, headers: HTTPFields = [:]) async throws -> Reply {
        try await send(.get, address, headers: headers, body: nil)
    }

    func post(_ address: String, _ fields: [(String, String)] = [], headers: HTTPFields = [:]) async throws -> Reply {
        let all = (token.map { [("_csrf", $0)] } ?? []) + fields
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        let body = all.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
        return try await send(.post, address, headers: headers, body: ByteBuffer(string: body))
    }

    func upload(
        _ address: String, files: [(name: String, bytes: [UInt8])], fields: [(String, String)] = [],
        headers: HTTPFields = [:]
    ) async throws -> Reply {
        let all = (token.map { [("_csrf", $0)] } ?? []) + fields
        var headers = headers
        headers[.contentType] = "multipart/form-data; boundary=\(MultipartBody.boundary)"
        return try await send(
            .post, address, headers: headers, body: ByteBuffer(bytes: MultipartBody.bytes(fields: all, files: files)))
    }

    /// Saves a cell as the grid does.
    func put(_ address: String, _ json: String, headers: HTTPFields = [:]) async throws -> Reply {
        var headers = headers
        headers[.contentType] = "application/json"
        if let token, let name = HTTPField.Name("X-CSRF-Token") { headers[name] = token }
        return try await send(.put, address, headers: headers, body: ByteBuffer(string: json))
    }

    func send(_ method: HTTPRequest.Method, _ address: String, headers: HTTPFields = [:], body: ByteBuffer?)
        async throws -> Reply
    {
        var headers = headers
        let all = (session.map { ["leadline=\($0)"] } ?? []) + cookies
        if !all.isEmpty { headers[.cookie] = all.joined(separator: "; ") }
        return try await client.execute(uri: address, method: method, headers: headers, body: body) { response in
            Reply(
                status: Int(response.status.code), headers: response.headers,
                bytes: Array(response.body.readableBytesView))
        }
    }

    /// The same browser with the cookies that an answer set, to follow it.
    func after(_ reply: Reply) -> Browser {
        var browser = self
        for cookie in reply.cookies {
            let pair = cookie.prefix { $0 != ";" }
            if pair.hasPrefix("leadline=") {
                browser.session = String(pair.dropFirst("leadline=".count))
            } else {
                browser.cookies.removeAll { $0.prefix { $0 != "=" } == pair.prefix { $0 != "=" } }
                browser.cookies.append(String(pair))
            }
        }
        return browser
    }

    private static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            let hex = String(byte, radix: 16)
            encoded += isPlain ? String(UnicodeScalar(byte)) : "%\(hex.count == 1 ? "0" : "")\(hex)"
        }
        return encoded
    }
}

extension Browser {
    /// Sends JSON as the grid does.
    func post(_ address: String, json: String) async throws -> Reply {
        var headers: HTTPFields = [.contentType: "application/json"]
        if let token, let name = HTTPField.Name("X-CSRF-Token") { headers[name] = token }
        return try await send(.post, address, headers: headers, body: ByteBuffer(string: json))
    }
}
