import Assessment
import CommonTransferFile
import Foundation
import Storage
import StoragePostgres
import StorageSQLite
import Tracker

/// One school with four pupils of Year 6, a fixed clock and ids that count up, in a database of its own.
struct ImportFixture: Sendable {
    let tracker: Tracker
    let database: any Database
    let school: School
    let folder: URL

    /// 8 July 2026, ten o'clock in London.
    static let now = Date(timeIntervalSince1970: 1_783_501_200)

    /// SQLite always; PostgreSQL as well when `LEADLINE_TEST_POSTGRES` names a throwaway database.
    static let engines: [DatabaseEngine] =
        ProcessInfo.processInfo.environment["LEADLINE_TEST_POSTGRES"] == nil ? [.sqlite] : [.sqlite, .postgres]

    static let amira = UPNs.text(1)
    static let ben = UPNs.text(2)
    static let zoe = UPNs.text(3)
    static let jan = UPNs.text(4)

    /// Makes the school, runs the test, clears everything away.
    static func with(
        _ engine: DatabaseEngine = .sqlite, pupils: Bool = true, _ test: (ImportFixture) async throws -> Void
    ) async throws {
        let name = "import" + UUID().uuidString.lowercased().replacing("-", with: "")
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let ids = SequentialIDs(startingAt: 1000)
        let postgres = ProcessInfo.processInfo.environment["LEADLINE_TEST_POSTGRES"] ?? ""
        let database: any Database
        switch engine {
        case .sqlite:
            database = try SQLiteDatabase.open(path: folder.appendingPathComponent("leadline.sqlite").path, ids: ids)
        case .postgres:
            database = try PostgresDatabase.open(url: "\(postgres)?schema=\(name)", ids: ids, connections: 4)
        }
        let school = School(
            id: 1, dfe: try DfENumber("820/9991"), urn: try URN("999991"), name: "Millbrook Primary School",
            formerNumbers: [try DfENumber("820/2001")])
        let fixture = ImportFixture(
            tracker: Tracker(
                database: database, reference: try ReferenceData.load(), ctfCodes: try CTFCodes.load(),
                fileFolder: folder.appendingPathComponent("files").path, clock: TrackerClock { now }, ids: ids),
            database: database, school: school, folder: folder)
        do {
            try await fixture.fill(pupils: pupils)
            try await test(fixture)
        } catch {
            try await fixture.clear(engine, schema: name, url: postgres)
            throw error
        }
        try await fixture.clear(engine, schema: name, url: postgres)
    }

    private func fill(pupils: Bool) async throws {
        let school = school
        try await database.write { session in
            try SchoolStore(session).insert(school)
            guard pupils else { return }
            let stamp = Self.stamp(at: "2025-09-03T08:00:00.000Z", source: .command)
            let people = [
                ("Ahmed", "Amira", Self.amira), ("Brook", "Ben", Self.ben), ("O’Fictional-Smith", "Zoë", Self.zoe),
                ("Łukasiewicz", "Jan", Self.jan),
            ]
            for (index, person) in people.enumerated() {
                try PupilStore(session).insert(
                    Pupil(
                        id: Int64(index + 1), upn: try UPN(person.2), surname: person.0, forename: person.1,
                        dateOfBirth: CalendarDate(year: 2014, month: 11, day: index + 1)), school: 1, by: stamp)
                try CohortStore(session).upsert(
                    CohortPlace(
                        pupilID: Int64(index + 1), year: try Self.year(2026), yearGroup: .year6,
                        className: "6 Kestrel"), school: 1, by: stamp)
            }
        }
    }

    private func clear(_ engine: DatabaseEngine, schema: String, url: String) async throws {
        if engine == .postgres {
            let cleaner = try PostgresDatabase.open(url: url, connections: 1)
            try await cleaner.write { try $0.execute("DROP SCHEMA IF EXISTS \(schema) CASCADE") }
            try await cleaner.close()
        }
        try? await database.close()
    }

    static func year(_ endYear: Int) throws -> SchoolYear {
        guard let year = SchoolYear(endYear: endYear) else { throw FixtureError.noYear }
        return year
    }

    static func stamp(at time: String = "2026-06-01T10:00:00.000Z", source: ResultSource) -> ChangeStamp {
        ChangeStamp(
            author: Author(id: 7, name: "Robin Fairweather", role: "full-edit", source: source), at: time)
    }

    enum FixtureError: Error { case noYear }
}

/// Fictional UPNs of local authority 820 with right check letters.
enum UPNs {
    static func text(_ serial: Int) -> String {
        let digits = "820999120" + String("00\(serial)".suffix(3))
        return (UPN.checkLetter(for: digits).map { "\($0)" } ?? "?") + digits
    }
}
