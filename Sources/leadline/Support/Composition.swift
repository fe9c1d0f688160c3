import Assessment
import CommonTransferFile
import Foundation
import Storage
import StoragePostgres
import StorageSQLite
import Tracker

/// The composition root: opens the database that an address names and puts the tracker over it.
struct Composition {
    let tracker: Tracker
    /// Who acts: the operator, or the user of `--as`.
    let caller: Caller

    /// - Parameters:
    ///   - options: of the command itself, and of the program; the command's win.
    ///   - clock: for tests and the demo; the machine's unless given.
    static func open(_ options: CommonOptions..., clock: TrackerClock = .system) async throws -> Composition {
        try await open(options, clock: clock)
    }

    /// The same of options that are a list already.
    static func open(_ options: [CommonOptions], clock: TrackerClock = .system) async throws -> Composition {
        let data =
            options.lazy.compactMap(\.data).first
            ?? ProcessInfo.processInfo.environment["LEADLINE_DATA"] ?? "./leadline-data"
        let ids = TimeOrderedIDs()
        let database: any Database
        let files: String
        if data.hasPrefix("postgres://") || data.hasPrefix("postgresql://") {
            database = try PostgresDatabase.open(url: data, ids: ids)
            files = ProcessInfo.processInfo.environment["LEADLINE_FILES"] ?? "./leadline-files"
        } else if data.hasPrefix("sqlite:") {
            let path = String(data.dropFirst("sqlite:".count))
            database = try SQLiteDatabase.open(path: path, ids: ids)
            files = path + "-files"
        } else {
            database = try SQLiteDatabase.open(path: data + "/leadline.sqlite", ids: ids)
            files = data + "/files"
        }
        let tracker: Tracker
        do {
            tracker = Tracker(
                database: database, reference: try ReferenceData.load(), ctfCodes: try CTFCodes.load(),
                fileFolder: files, clock: clock, ids: ids)
        } catch let error as ShippedDataError {
            throw CommandFailure(error.message)
        }
        guard let email = options.lazy.compactMap(\.actAs).first else {
            return Composition(tracker: tracker, caller: .operator)
        }
        return Composition(tracker: tracker, caller: try await tracker.caller(email: email))
    }

    /// The school with a number as typed.
    func school(_ text: String) async throws -> School {
        try await tracker.school(Self.number(text), for: caller)
    }

    static func number(_ text: String) throws -> DfENumber {
        do throws(IdentifierError) { return try DfENumber(text) } catch { throw CommandFailure(error.message) }
    }
}
