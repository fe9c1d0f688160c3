import Foundation
import Storage

/// Where a PostgreSQL database is: `postgres://user:password@host:5432/name?sslmode=require&schema=leadline`.
struct PostgresAddress: Sendable {
    /// libpq's keywords and values.
    let parameters: [String: String]
    /// The schema that holds the tables; nil for the server's own choice.
    let schema: String?
    /// The address for people, without the password.
    let location: String

    /// - Throws: ``StorageError/badAddress(reason:)``, which never shows the password.
    init(_ url: String) throws(StorageError) {
        guard let parts = URLComponents(string: url), parts.scheme == "postgres" || parts.scheme == "postgresql" else {
            throw .badAddress(reason: "It must begin with postgres:// and write special characters as %XX.")
        }
        let name = String(parts.path.dropFirst())
        guard !name.isEmpty, !name.contains("/") else {
            throw .badAddress(reason: "The name of the database is missing.")
        }
        var parameters = ["dbname": name, "application_name": "leadline", "connect_timeout": "10"]
        parameters["client_encoding"] = "UTF8"
        if let host = parts.host, !host.isEmpty { parameters["host"] = host }
        if let port = parts.port { parameters["port"] = "\(port)" }
        if let user = parts.user { parameters["user"] = user }
        if let password = parts.password { parameters["password"] = password }
        var settings = "-c standard_conforming_strings=on"
        var schema: String?
        for item in parts.queryItems ?? [] {
            switch (item.name, item.value) {
            case ("schema", let name?) where Self.isPlainName(name):
                schema = name
                settings += " -c search_path=\(name)"
            case (let name, let value?) where Self.allowed.contains(name): parameters[name] = value
            default: throw .badAddress(reason: "“\(item.name)” is not a setting that can be given there.")
            }
        }
        parameters["options"] = settings
        self.parameters = parameters
        self.schema = schema
        let user = parts.user.map { "\($0)@" } ?? ""
        let port = parts.port.map { ":\($0)" } ?? ""
        location = "postgres://\(user)\(parts.host ?? "")\(port)/\(name)"
    }

    /// A text with the password struck out wherever it stands.
    func withoutPassword(_ text: String) -> String {
        guard let password = parameters["password"], !password.isEmpty else { return text }
        return text.replacing(password, with: "…")
    }

    private static let allowed: Set = [
        "host", "sslmode", "sslrootcert", "sslcert", "sslkey", "connect_timeout", "target_session_attrs",
    ]

    private static func isPlainName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
    }
}
