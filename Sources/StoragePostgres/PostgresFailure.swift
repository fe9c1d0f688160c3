import CLibPQ
import Storage

/// libpq's errors in the program's words.
enum PostgresFailure {
    /// The error that a result carries.
    static func error(_ result: OpaquePointer?, _ connection: OpaquePointer, _ address: PostgresAddress) -> StorageError
    {
        guard let state = field(result, "C") else {
            let message = address.withoutPassword(String(cString: PQerrorMessage(connection)))
            return .engine(code: "PostgreSQL connection", message: trimmed(message))
        }
        let message = address.withoutPassword(field(result, "M") ?? "")
        if let table = message.split(separator: "append-only:", omittingEmptySubsequences: false).dropFirst().first {
            return .appendOnly(table: String(table))
        }
        return switch state {
        case "23505": .duplicate(constraint: field(result, "n") ?? message)
        case "23503": .brokenReference(detail: field(result, "D") ?? message)
        case "55P03": .busy
        default: .engine(code: "PostgreSQL \(state)", message: message)
        }
    }

    /// Whether the server asks to run the transaction again: it lost against another (40001), or both waited for
    /// each other (40P01).
    static func isRetryable(_ result: OpaquePointer?) -> Bool {
        let state = field(result, "C")
        return state == "40001" || state == "40P01"
    }

    static func trimmed(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// One field of an error, by the letter that libpq's header gives it.
    private static func field(_ result: OpaquePointer?, _ letter: Unicode.Scalar) -> String? {
        guard let result, let text = PQresultErrorField(result, Int32(letter.value)) else { return nil }
        return String(cString: text)
    }
}
