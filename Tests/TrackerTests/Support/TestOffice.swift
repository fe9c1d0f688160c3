import Assessment
import CommonTransferFile
import Foundation
import Storage
import StoragePostgres
import StorageSQLite
import Synchronization
import Tracker

/// A tracker over an empty database of its own, with a clock that stands still until it is moved.
final class TestOffice: Sendable {
    /// The engines that this run tests: SQLite always, PostgreSQL where `LEADLINE_TEST_POSTGRES` names a server.
    static let engines: [DatabaseEngine] =
        ProcessInfo.processInfo.environment["LEADLINE_TEST_POSTGRES"] == nil ? [.sqlite] : [.sqlite, .postgres]

    let tracker: Tracker
    let folder: URL
    private let box: TimeBox
    private let engine: DatabaseEngine
    private let name: String

    /// - Parameter now: ISO 8601; a Tuesday morning in June 2026 unless given.
    init(_ engine: DatabaseEngine = .sqlite, now: String = "2026-06-16T09:00:00.000Z") throws {
        name = "t\(UInt64.random(in: 0 ... .max))"
        self.engine = engine
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("leadline-\(name)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        box = TimeBox(TimestampText.date(now) ?? .distantPast)
        tracker = try Self.tracker(engine, name, folder, box, SequentialIDs(startingAt: 1000))
    }

    /// A tracker of another process over the same data; the caller closes its database.
    func otherProcess() throws -> Tracker {
        try Self.tracker(engine, name, folder, box, SequentialIDs(startingAt: 1_000_000))
    }

    private static func tracker(
        _ engine: DatabaseEngine, _ name: String, _ folder: URL, _ box: TimeBox, _ ids: SequentialIDs
    ) throws -> Tracker {
        let database: any Database
        switch engine {
        case .sqlite: database = try SQLiteDatabase.open(path: folder.path + "/test.sqlite", ids: ids)
        case .postgres:
            let server = ProcessInfo.processInfo.environment["LEADLINE_TEST_POSTGRES"] ?? ""
            database = try PostgresDatabase.open(url: "\(server)?schema=\(name)", ids: ids, connections: 2)
        }
        return try Tracker(
            database: database, reference: ReferenceData.load(), ctfCodes: CTFCodes.load(),
            fileFolder: folder.path + "/files", clock: TrackerClock { box.now }, ids: ids)
    }

    private final class TimeBox: Sendable {
        private let date: Mutex<Date>
        init(_ date: Date) { self.date = Mutex(date) }
        var now: Date { date.withLock { $0 } }
        func advance(_ seconds: Double) { date.withLock { $0 = $0.addingTimeInterval(seconds) } }
    }

    func advance(_ seconds: Double) { box.advance(seconds) }

    func close() async throws {
        try await tracker.database.close()
        try FileManager.default.removeItem(at: folder)
    }

    /// Runs a test's body and closes the office whatever happens.
    static func with(
        _ engine: DatabaseEngine = .sqlite, now: String = "2026-06-16T09:00:00.000Z",
        _ body: (TestOffice) async throws -> Void
    ) async throws {
        let office = try TestOffice(engine, now: now)
        do {
            try await body(office)
        } catch {
            try? await office.close()
            throw error
        }
        try await office.close()
    }

    static let year = SchoolYear(endYear: 2026)!

    func school(_ dfe: String = "820/9991", name: String = "Saltmarsh Primary School", trust: String? = nil)
        async throws -> School
    {
        try await tracker.addSchool(dfe: DfENumber(dfe), urn: nil, name: name, trust: trust, as: .operator)
    }

    /// A person with a role, signed in by name only.
    func person(_ role: Role, of school: School, email: String? = nil) async throws -> Caller {
        let address = email ?? "\(role.rawValue)@\(school.dfe.compact).example"
        _ = try await tracker.addUser(
            email: address, name: role.title, role: role, school: school, password: "three-words-long", as: .operator)
        return try await tracker.caller(email: address)
    }

    /// A pupil of Year 6 in 2025/26 unless said otherwise.
    @discardableResult
    func pupil(
        _ upn: String, _ surname: String, _ forename: String, className: String = "6 Kestrel", in school: School,
        fields: [String: String] = [:]
    ) async throws -> Pupil {
        let form = [
            "upn": upn, "surname": surname, "forename": forename, "date-of-birth": "2014-11-03", "sex": "F",
            "year-group": "6", "class": className,
        ].merging(fields) { $1 }
        return try await tracker.addPupil(PupilForm(form), school: school, year: Self.year, as: .operator)
    }

    func entry(_ pupil: Pupil, _ column: ColumnID, _ text: String, revision: Int64? = nil, date: CalendarDate? = nil)
        -> CellEntry
    {
        CellEntry(
            assessment: .ks2, year: Self.year, pupil: pupil.upn?.text ?? "\(pupil.id)", column: column, text: text,
            date: date, revision: revision)
    }

    @discardableResult
    func enter(
        _ pupil: Pupil, _ column: ColumnID, _ text: String, revision: Int64? = nil, in school: School,
        as caller: Caller = .operator
    ) async throws -> EnteredCell {
        try await tracker.enter(
            entry(pupil, column, text, revision: revision), school: school, source: .grid, as: caller)
    }

    /// UPNs of school 820/9991 with valid check letters.
    static let upns = (1...60).map { number -> String in
        let twelve = "820999120" + (number < 10 ? "00" : number < 100 ? "0" : "") + "\(number)"
        return "\(UPN.checkLetter(for: twelve)!)\(twelve)"
    }
}
