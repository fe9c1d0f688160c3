import CLibPQ
import Storage

/// One connection to the server with its prepared statements; used by one thread, whose calls wait for the server.
final class PostgresConnection {
    let handle: OpaquePointer
    let address: PostgresAddress
    /// Whether an error of the current transaction asks to run it again.
    private(set) var wantsRetry = false
    /// The first error of the current transaction, whoever swallowed it.
    private(set) var firstError: StorageError?
    private var prepared: [String: String] = [:]

    /// Connects.
    ///
    /// - Throws: ``StorageError/cannotOpen(location:reason:)`` without the password.
    init(_ address: PostgresAddress) throws {
        let names = Array(address.parameters.keys)
        let handle = CStrings.with(names) { keywords in
            CStrings.with(names.map { address.parameters[$0] ?? "" }) { values in
                PQconnectdbParams(keywords, values, 0)
            }
        }
        guard let handle else { throw StorageError.cannotOpen(location: address.location, reason: "out of memory") }
        guard PQstatus(handle) == CONNECTION_OK else {
            let reason = address.withoutPassword(String(cString: PQerrorMessage(handle)))
            PQfinish(handle)
            throw StorageError.cannotOpen(location: address.location, reason: PostgresFailure.trimmed(reason))
        }
        self.handle = handle
        self.address = address
        // Notices ("relation exists, skipping") would go to standard error.
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
    }

    deinit { PQfinish(handle) }

    /// Whether the server is still there, as far as the last call knows.
    var isUsable: Bool { PQstatus(handle) == CONNECTION_OK }

    /// Runs a statement that takes no values and gives no rows, like `COMMIT`; returns what the server says it did.
    @discardableResult
    func control(_ sql: String) throws -> String {
        let result = PQexec(handle, sql)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw failure(result) }
        return String(cString: PQcmdStatus(result))
    }

    /// Begins a transaction and forgets the errors of the one before. A connection that the server closed while it was idle
    /// is made anew, once: nothing is lost with it.
    func beginTransaction(_ sql: String) throws {
        wantsRetry = false
        firstError = nil
        do {
            try control(sql)
        } catch {
            guard !isUsable else { throw error }
            PQreset(handle)
            prepared = [:]
            firstError = nil
            try control(sql)
        }
    }

    /// Takes the transaction back; a connection that cannot do even that is no longer usable.
    func rollback() { PQclear(PQexec(handle, "ROLLBACK")) }

    /// Runs a statement and hands over its whole answer.
    func run(_ sql: String, _ arguments: [SQLValue], _ body: (OpaquePointer) throws -> Void) throws {
        let name = try statementName(sql)
        let result = try PostgresParameters(arguments).with { count, values, lengths, formats in
            PQexecPrepared(handle, name, count, values, lengths, formats, 0)
        }
        defer { PQclear(result) }
        try check(result, sql, arguments)
        if let result { try body(result) }
    }

    /// Runs a statement and hands over its rows one by one, so that a large answer takes no memory.
    func stream(_ sql: String, _ arguments: [SQLValue], _ body: (OpaquePointer) throws -> Void) throws {
        let name = try statementName(sql)
        let sent = try PostgresParameters(arguments).with { count, values, lengths, formats in
            PQsendQueryPrepared(handle, name, count, values, lengths, formats, 0)
        }
        guard sent == 1, PQsetSingleRowMode(handle) == 1 else { throw failure(nil) }
        do {
            while let result = PQgetResult(handle) {
                defer { PQclear(result) }
                try check(result, sql, arguments)
                if PQresultStatus(result) == PGRES_SINGLE_TUPLE { try body(result) }
            }
        } catch {
            finishEarly()
            throw error
        }
    }

    /// Ends a COPY or a stream of rows that is not read to its end.
    func finishEarly() {
        if let cancel = PQgetCancel(handle) {
            var message = [CChar](repeating: 0, count: 256)
            PQcancel(cancel, &message, Int32(message.count))
            PQfreeCancel(cancel)
        }
        while let rest = PQgetResult(handle) { PQclear(rest) }
    }

    /// The error that a result carries; noted for the end of the transaction.
    func failure(_ result: OpaquePointer?) -> StorageError {
        if PostgresFailure.isRetryable(result) { wantsRetry = true }
        let error = PostgresFailure.error(result, handle, address)
        if firstError == nil { firstError = error }
        return error
    }

    private func check(_ result: OpaquePointer?, _ sql: String, _ arguments: [SQLValue]) throws {
        switch PQresultStatus(result) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_SINGLE_TUPLE: return
        default: throw failure(result)
        }
    }

    private func statementName(_ sql: String) throws -> String {
        if let name = prepared[sql] { return name }
        // Searches and lists make ever new statements; the server would keep them all.
        if prepared.count >= 400 {
            try control("DEALLOCATE ALL")
            prepared = [:]
        }
        let name = "s\(prepared.count)"
        let result = PQprepare(handle, name, sql, 0, nil)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw failure(result) }
        prepared[sql] = name
        return name
    }
}
