import Assessment
import Pages
import Reports
import Storage
import Testing
import Tracker

/// Who may do what, as the workflow's table of roles has it: every page and every form, tried as every role.
struct RoleMatrixTests {
    private static let importers: Set<Role> = [.accountOwner, .accountAdmin]
    private static let editors: Set<Role> = [.accountOwner, .accountAdmin, .fullEdit]
    /// Who makes anything that is a batch: files, groups, judgements copied forward.
    private static let undoers = editors.union([.partialEdit])
    private static let readers: Set<Role> = editors.union([.partialEdit, .readOnly])
    private static let everybody = Set(Role.allCases)

    private static func pages(_ server: TestServer) -> [(SchoolPage, Set<Role>)] {
        let pupil = server.pupils[0].id
        return [
            (.assessments, everybody), (.chooseClass(.ks2), readers), (.grid(.ks2), readers),
            (.grid(.ks2, GridQuery(filter: "summary")), readers),
            (.grid(.ks2, GridQuery(on: "2026-06-01")), readers),
            (.chooseClass(.phonics), readers), (.grid(.eyfsp), readers), (.grid(.mtc), readers),
            (.grid(.phonics, GridQuery(yearGroup: .year2)), readers), (.grid(.ks1), readers),
            (.gridFile(.phonics, .csv, GridQuery(yearGroup: .year2)), readers),
            (.cellHistory(.ks2, CellHistoryQuery(pupil: "\(pupil)", column: "writing.ta")), readers),
            (.gridFile(.ks2, .csv), readers),
            (.gridFile(.ks2, .xlsx), readers), (.pupils(), readers),
            (.pupilsFile(.csv), readers), (.pupilsFile(.xlsx), readers), (.keyStage2OutcomesFile(.xlsx), everybody),
            (.pupils(PupilQuery(search: "a")), readers), (.pupil(pupil), readers),
            (.pupilOverTime(pupil), readers), (.pupilOverTimeFile(pupil, .csv), readers),
            (.pupilOverTimeFile(pupil, .xlsx), readers), (.newPupil, editors),
            (.editPupil(pupil), editors), (.groups, readers), (.group(OwnGroupQuery(name: "Choir")), readers),
            (.parentsSheets(), readers), (.parentsSheets(ParentsQuery(pupil: pupil, isDraft: true)), readers),
            (.rollOver, importers), (.reports, everybody), (.keyStage2Outcomes(), everybody),
            (.keyStage2OutcomesPupils(measure: "reading.expected"), everybody),
            (.keyStage2OutcomesFile(.csv), everybody), (.analysis, everybody), (.files, undoers),
            (.statutoryReport(.dashboard), everybody), (.statutoryReport(.phonics), everybody),
            (.statutoryReport(.eyfsp, ReportQuery(group: "girls")), everybody),
            (.statutoryFile(.dashboard, .csv), everybody), (.statutoryFile(.mtc, .xlsx), everybody),
            (.statutoryPupils(measure: "eyfsp.gld"), everybody), (.reportsWorkbook(), everybody),
            (.copyJudgements(), editors), (.grid(.summative), readers), (.chooseClass(.summative), readers),
            (.conversionMatrix(), readers), (.conversionMatrixFile(.csv), readers),
            (.conversionMatrixFile(.xlsx), readers), (.conversionMatrixPupils(MatrixQuery(step: "lower")), readers),
            (.summativeProgress(), readers), (.summativeProgressFile(.csv), readers),
            (.summativeProgressPupils(ProgressQuery(subject: "reading", step: "better")), readers),
            (.expectations(), readers), (.expectationsFile(.xlsx), readers),
            (.expectationsPupils(MatrixQuery(row: "EXS")), readers),
            (.preview(1), importers), (.batch(1), undoers), (.batchFile(1), importers), (.undoBatch(1), undoers),
            (.sendFile(), importers),
            (.sendFile(SendFileQuery(destination: "mis")), importers), (.school, everybody),
            (.users, importers), (.tables, everybody),
            (.table(.init(year: 2026, keyStage: 2, subject: .reading)), everybody),
        ]
    }

    private static func forms(_ server: TestServer) -> [(SchoolPage, Set<Role>)] {
        [
            (.newPupil, editors), (.editPupil(server.pupils[0].id), editors), (.previewChoices(1), importers),
            (.shareUpload(1), importers), (.applyUpload(1), importers), (.cancelUpload(1), importers),
            (.undoBatch(1), undoers),
            (.sendFile(), importers), (.copyJudgements(), editors), (.school, importers), (.users, importers),
            (.userRole(1), importers),
            (.userAccess(1), importers),
            (.userLink(1), importers), (.rollOver, importers), (.group(OwnGroupQuery(name: "Choir")), editors),
            (.parentsSheets(), importers),
            (.table(.init(year: 2099, keyStage: 2, subject: .reading)), importers),
        ]
    }

    @Test(arguments: Role.allCases)
    func `A role sees the pages it may see and is told why not for the others`(role: Role) async throws {
        try await TestServer.run { server, client in
            let browser = try await server.browser(role, client)
            for (page, roles) in Self.pages(server) {
                let reply = try await browser.get(server.link(page))
                if roles.contains(role) {
                    #expect([200, 303, 404].contains(reply.status), "\(page): \(reply.status)")
                } else if reply.status == 404 {
                    // What does not exist does not tell a role that may not look.
                    #expect([.batch(1), .batchFile(1), .undoBatch(1)].contains(page), "\(page)")
                } else {
                    #expect(reply.status == 403, "\(page): \(reply.status)")
                    #expect(reply.text.contains("Your role is \(role.title)."), "\(page)")
                }
            }
        }
    }

    @Test(arguments: Role.allCases)
    func `A form that a role may not send stores nothing`(role: Role) async throws {
        try await TestServer.run { server, client in
            let browser = try await server.browser(role, client)
            let before = try await server.state()
            for (page, roles) in Self.forms(server) {
                let reply = try await browser.post(
                    server.link(page), [("surname", "New"), ("email", "x"), ("name", "")])
                if roles.contains(role) {
                    // 200: the roll-over, only asked what it would do. 409: a copy of judgements that nobody was shown.
                    #expect([200, 303, 404, 409, 422].contains(reply.status), "\(page): \(reply.status)")
                } else if reply.status == 404 {
                    #expect(page == .undoBatch(1), "\(page)")
                } else {
                    #expect(reply.status == 403, "\(page): \(reply.status)")
                    #expect(reply.text.contains("Your role is \(role.title)."), "\(page)")
                }
            }
            if !Self.editors.contains(role) { #expect(try await server.state() == before) }
        }
    }

    @Test(arguments: Role.allCases)
    func `Files and tables come in by owner and admin only`(role: Role) async throws {
        try await TestServer.run { server, client in
            // given
            let browser = try await server.browser(role, client)
            let before = try await server.state()
            let file = (name: "roster.csv", bytes: Array("UPN,Surname,Forename\r\n".utf8))

            // when
            let upload = try await browser.upload(server.link(.upload), files: [file])
            let table = try await browser.upload(server.link(.tables), files: [], fields: [("text", "nonsense")])

            // then
            if Self.importers.contains(role) {
                #expect(upload.status != 403)
                #expect(table.status == 422)
            } else {
                #expect(upload.status == 403)
                #expect(table.status == 403)
                #expect(server.files().isEmpty)
                #expect(try await server.state() == before)
            }
        }
    }

    @Test(arguments: Role.allCases)
    func `Results are entered by owner, admin and full edit only`(role: Role) async throws {
        try await TestServer.run { server, client in
            let browser = try await server.browser(role, client)
            let before = try await server.state()
            let reply = try await browser.put(server.cell(server.pupils[0], "writing.ta"), #"{"value":""}"#)
            if Self.editors.contains(role) {
                #expect(reply.status == 200)
            } else {
                #expect(reply.status == 403)
                #expect(reply.text.contains("may not enter or change results"))
                #expect(try await server.state() == before)
            }
        }
    }

    @Test func `A Partial Edit user enters judgements of their own class in the current year, and nothing else`()
        async throws
    {
        try await TestServer.run { server, client in
            // given: two pupils have a place in the year that has begun
            let current = try #require(SchoolYear(endYear: 2027))
            let (own, other) = (server.pupils[0], server.pupils[1])
            try await server.tracker.database.write { [school = server.school] session in
                let stamp = ChangeStamp(
                    author: Author(id: nil, name: "Office", role: "operator", source: .command),
                    at: "2026-09-01T09:00:00.000Z")
                _ = try CohortStore(session).upsertMany(
                    [(own, "6 Wren"), (other, "6 Owl")].map {
                        CohortPlace(pupilID: $0.0.id, year: current, yearGroup: .year6, className: $0.1)
                    }, school: school.id, by: stamp)
            }
            let browser = try await server.browser(.partialEdit, client)
            func cell(_ year: Int, _ kind: String, _ pupil: Pupil, _ column: String) -> String {
                "/api/v1/schools/\(server.school.dfe.compact)/results/\(year)/\(kind)/\(pupil.upn!.text)/\(column)"
            }
            let judgement = cell(2027, "summative", own, "autumn1.reading")
            let page = SchoolPlace(school: server.school.dfe, year: current).link(
                .grid(.summative, GridQuery(className: "6 Wren")))

            // then: without a class of their own they are told whom to ask
            let without = try await browser.put(judgement, #"{"value":"JA"}"#)
            #expect(without.status == 403)
            #expect(without.text.contains("No class has been given to you yet"))

            // when
            let people = try await server.tracker.users(of: server.school, as: .operator)
            let user = try #require(people.first { $0.role == .partialEdit })
            try await server.tracker.setRole(
                .partialEdit, of: user.id, school: server.school, classes: ["6 wren"], as: .operator)
            let saved = try await browser.put(judgement, #"{"value":"Just At"}"#)

            // then
            #expect(saved.status == 200)
            #expect(try await browser.get(page).text.contains("Start Editing"))
            let history = SchoolPlace(school: server.school.dfe, year: current).link(
                .cellHistory(.summative, CellHistoryQuery(pupil: own.upn!.text, column: "autumn1.reading")))
            #expect(try await !browser.get(history).text.contains("year-group=R"))
            let others: [(String, String)] = [
                (cell(2027, "summative", other, "autumn1.reading"), "is in 6 Owl. You may enter judgements of 6 Wren."),
                (cell(2026, "summative", own, "summer2.reading"), "the current school year (2026/27), not of 2025/26"),
                (cell(2027, "ks2", own, "writing.ta"), "may not enter or change results"),
            ]
            for (address, reason) in others {
                let refused = try await browser.put(address, #"{"value":"JA"}"#)
                #expect(refused.status == 403, "\(address)")
                #expect(refused.text.contains(reason), "\(refused.text)")
            }
            let whole = SchoolPlace(school: server.school.dfe, year: current).link(.grid(.summative))
            #expect(try await browser.get(whole).text.contains("You may enter judgements of 6 Wren."))
        }
    }

    @Test func `An admin can’t make or unmake an owner`() async throws {
        try await TestServer.run { server, client in
            // given
            let admin = try await server.browser(.accountAdmin, client)
            _ = try await server.browser(.accountOwner, client)
            let people = try await server.tracker.users(of: server.school, as: .operator)
            let owner = try #require(people.first { $0.role == .accountOwner })
            let before = try await server.state()

            // when
            let made = try await admin.post(
                server.link(.users), [("email", "new@x.example"), ("role", "account-owner")])
            let unmade = try await admin.post(server.link(.userRole(owner.id)), [("role", "read-only")])
            let disabled = try await admin.post(server.link(.userAccess(owner.id)), [("disabled", "1")])
            let link = try await admin.post(server.link(.userLink(owner.id)))

            // then
            for reply in [made, unmade, disabled, link] {
                #expect(reply.status == 403)
                #expect(reply.text.contains("may not give or take the role Account Owner"))
            }
            #expect(try await server.state() == before)
            #expect(try await server.tracker.users(of: server.school, as: .operator) == people)
        }
    }
}
