import Assessment
import CommonTransferFile
import FictionalSchools
import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import Pages
import Storage
import StorageSQLite
import WebServer

@testable import Tracker

/// A server over two fictional schools of its own, with a clock that stands still.
///
/// 21 November 2026; both schools have Year 6 of 2025/26 with results, and one pupil of the first has a name that would
/// be markup if it were not escaped.
final class TestServer: Sendable {
    let tracker: Tracker
    let folder: URL
    let school: School
    let otherSchool: School
    /// Year 6 of the first school in 2025/26.
    let pupils: [Pupil]
    /// One of the other school.
    let stranger: Pupil
    /// The one whose name would be markup.
    let markup: Pupil
    private let assets: Assets

    static let year = SchoolYear(endYear: 2026)!
    static let wickedName = "<b>O'Brien</b>"

    private init(
        tracker: Tracker, folder: URL, school: School, otherSchool: School, pupils: [Pupil], stranger: Pupil
    ) throws {
        self.tracker = tracker
        self.folder = folder
        self.school = school
        self.otherSchool = otherSchool
        self.pupils = pupils
        self.stranger = stranger
        markup = pupils.first { $0.surname == Self.wickedName }!
        assets = try Assets.load()
    }

    /// Runs a test's body against a server of its own and removes everything afterwards.
    ///
    /// - Parameters:
    ///   - whole: whether the first school has every year group with all five assessments of 2024 to 2026.
    ///   - options: how the server runs.
    ///   - listens: whether it has a port of its own, as the client says.
    static func run(
        whole: Bool = false, options: ServerOptions = ServerOptions(port: 0, largestUpload: 4 << 20),
        listens: Bool = false, _ body: @Sendable (TestServer, any TestClientProtocol) async throws -> Void
    ) async throws {
        let server = try await make(whole: whole)
        defer { try? FileManager.default.removeItem(at: server.folder) }
        let web = WebServer(
            tracker: server.tracker, assets: server.assets, options: options,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        do {
            try await web.application().test(listens ? .live : .router) { try await body(server, $0) }
        } catch {
            try? await server.tracker.database.close()
            throw error
        }
        try await server.tracker.database.close()
    }

    private static let reference = try? ReferenceData.load()
    private static let codes = try? CTFCodes.load()

    private static func make(whole: Bool) async throws -> TestServer {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("leadline-web-\(UInt64.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let ids = SequentialIDs(startingAt: 1_000_000)
        let now = TimestampText.date("2026-11-21T09:14:00.000Z")!
        let reference = reference!
        let tracker = Tracker(
            database: try SQLiteDatabase.open(path: folder.path + "/test.sqlite", ids: ids), reference: reference,
            ctfCodes: codes!, fileFolder: folder.path + "/files", clock: TrackerClock { now }, ids: ids)
        let maker = try FictionalSchoolMaker(seed: 7, year: 2026, forms: 1, reference: reference)
        let made = try maker.school(0)
        let (school, pupils) = try await store(made, in: tracker) { pupils in
            pupils[3].surname = wickedName
            pupils[3].preferredSurname = nil
        }
        if whole { try await storeOthers(of: made, in: school, tracker) }
        let (otherSchool, others) = try await store(try maker.school(1), in: tracker) { _ in }
        return try TestServer(
            tracker: tracker, folder: folder, school: school, otherSchool: otherSchool, pupils: pupils,
            stranger: others[0])
    }

    /// Stores Year 6 of 2025/26 with its results.
    private static func store(
        _ made: FictionalSchool, in tracker: Tracker, _ change: (inout [Pupil]) -> Void
    ) async throws -> (School, [Pupil]) {
        let school = try await tracker.addSchool(dfe: made.dfe, urn: made.urn, name: made.name, as: .operator)
        let places = try made.places(in: 2026).filter { $0.yearGroup == .year6 }
        var pupils = places.compactMap { made.pupil($0.pupilID) }
        change(&pupils)
        let stored = pupils
        let results = try made.keyStage2(in: 2026)
        let stamp = ChangeStamp(
            author: Author(id: nil, name: "J. Bright", role: "operator", source: .command),
            at: "2026-07-07T07:31:00.000Z")
        try await tracker.database.write { session in
            try PupilStore(session).insertMany(stored, school: school.id, by: stamp)
            _ = try CohortStore(session).upsertMany(places, school: school.id, by: stamp)
            let changes = results.flatMap { result in
                result.facts.map { column, value in
                    ResultChange(
                        cell: CellKey(year: year, assessment: .ks2, pupilID: result.pupilID, column: column),
                        value: value, assessedOn: CalendarDate(year: 2026, month: 5, day: 14))
                }
            }
            _ = try ResultStore(session).putMany(
                changes.sorted { ($0.cell.pupilID, $0.cell.column) < ($1.cell.pupilID, $1.cell.column) },
                school: school.id, by: stamp)
        }
        return (school, pupils)
    }

    /// Stores everybody besides Year 6 of 2025/26, and all results but those that are stored already.
    private static func storeOthers(of made: FictionalSchool, in school: School, _ tracker: Tracker) async throws {
        let stored = Set(try made.places(in: 2026).filter { $0.yearGroup == .year6 }.map(\.pupilID))
        let stamp = ChangeStamp(
            author: Author(id: nil, name: "J. Bright", role: "operator", source: .command),
            at: "2026-07-07T07:31:00.000Z")
        var changes: [ResultChange] = []
        for kind in AssessmentKind.allCases {
            for year in made.years where kind != .ks2 || year != 2026 {
                for result in try made.results(of: kind, in: year) {
                    changes += result.facts.map { column, value in
                        ResultChange(
                            cell: CellKey(
                                year: result.year, assessment: kind, pupilID: result.pupilID, column: column),
                            value: value, assessedOn: CalendarDate(year: year, month: 6, day: 19))
                    }
                }
            }
        }
        let sorted = changes.sorted {
            ($0.cell.year, $0.cell.assessment.rawValue, $0.cell.pupilID, $0.cell.column)
                < ($1.cell.year, $1.cell.assessment.rawValue, $1.cell.pupilID, $1.cell.column)
        }
        try await tracker.database.write { session in
            try PupilStore(session).insertMany(
                made.pupils.filter { !stored.contains($0.id) }, school: school.id, by: stamp)
            _ = try CohortStore(session).upsertMany(
                made.places.filter { $0.yearGroup != .year6 || $0.year != year }, school: school.id, by: stamp)
            _ = try ResultStore(session).putMany(sorted, school: school.id, by: stamp)
        }
    }

    // MARK: People

    /// The browser of somebody with a role in a school, signed in.
    func browser(_ role: Role, _ client: any TestClientProtocol, of school: School? = nil) async throws -> Browser {
        let school = school ?? self.school
        let email = "\(role.rawValue)@\(school.dfe.compact).example"
        let id = try await tracker.addUser(email: email, name: role.title, role: role, school: school, as: .operator)
            .user
        let (token, signedIn) = try await tracker.startSession(
            UserAccount(id: id, email: email, name: role.title, createdAt: tracker.clock.timestamp()))
        return Browser(client: client, session: token, token: signedIn.csrf)
    }

    /// The same person's browser after they have signed in once more.
    func signedInAgain(_ browser: Browser, _ client: any TestClientProtocol) async throws -> Browser {
        let user = browser.token.flatMap { $0.split(separator: ".").first }.flatMap { Int64($0) }
        let (token, signedIn) = try await tracker.startSession(
            UserAccount(id: user!, email: "", name: "", createdAt: tracker.clock.timestamp()))
        return Browser(client: client, session: token, token: signedIn.csrf)
    }

    func nobody(_ client: any TestClientProtocol) -> Browser { Browser(client: client) }

    /// Everybody who ever was at the first school.
    func everybody() async throws -> [Pupil] {
        try await tracker.database.read { [school] in try PupilStore($0).all(school: school.id).map(\.pupil) }
    }

    // MARK: Addresses and state

    /// The address of a page of the first school in 2025/26.
    func link(_ page: SchoolPage) -> String { SchoolPlace(school: school.dfe, year: Self.year).link(page) }

    func cell(_ pupil: Pupil, _ column: String) -> String {
        "/api/v1/schools/\(school.dfe.compact)/results/2026/ks2/\(pupil.upn!.text)/\(column)"
    }

    /// Changes whenever anything of either school or of the installation is stored.
    func state() async throws -> [DataStamp] {
        [try await tracker.dataStamp(school: school.id), try await tracker.dataStamp(school: otherSchool.id)]
    }

    /// The files that lie in the server's folder.
    func files() -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: tracker.fileFolder)) ?? []
        return names.filter { $0 != "taken" }
    }
}
