import Assessment
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Tracker

/// One request for a page, or with a form: finds out who asks, calls the use case, fills the page's model.
///
/// Checks no role: the use cases do. What a role may not do is only left out of the pages by ``Tracker/isAllowed(_:_:in:)``.
struct PageHandler {
    let responder: Responder
    let request: Request
    let address: Address

    var tracker: Tracker { responder.server.tracker }
    var memory: PageMemory { responder.memory }
    var cookie: SessionCookie { SessionCookie(isSecure: responder.server.options.isSecure) }

    func answer() async -> Response {
        var response: Response
        do { response = try await route() } catch { response = await problem(error) }
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func route() async throws -> Response {
        guard let route = Route(address) else { throw PageRefusal.noSuchPage }
        switch request.method {
        case .get, .head: return try await page(route)
        case .post: return try await form(route)
        default: throw PageRefusal.method(allowed: "GET, HEAD, POST")
        }
    }

    private func page(_ route: Route) async throws -> Response {
        switch route {
        case .home: return try await home()
        case .signIn(let returnTo): return try await signInPage(returnTo: returnTo)
        case .setUp(let token): return try await setUpPage(token)
        case .choosePassword(let token): return try await choosePasswordPage(token)
        case .chooseSchool: return try await chooseSchoolPage()
        case .help: return try await helpPage()
        case .signOut: throw PageRefusal.method(allowed: "POST")
        case .asset: throw PageRefusal.noSuchPage
        case .school(let number, let year, let page):
            let visit = try await visit(number, year, page)
            try await rememberYear(visit)
            return try await self.page(visit)
        }
    }

    private func page(_ visit: Visit) async throws -> Response {
        switch visit.page {
        case .assessments: return try await assessmentsPage(visit)
        case .chooseClass(let kind): return try await chooseClassPage(kind, visit)
        case .grid(let kind, let query): return try await gridPage(kind, query, visit)
        case .gridFile(let kind, let format, let query): return try await gridFile(kind, format, query, visit)
        case .copyJudgements(let query): return try await copyJudgementsPage(query, visit)
        case .cellHistory(let kind, let query): return try await cellHistoryPage(kind, query, visit)
        case .pupils(let query): return try await pupilsPage(query, visit)
        case .pupilsFile(let format, let query): return try await pupilsFile(format, query, visit)
        case .newPupil: return try await newPupilPage(visit)
        case .pupil(let id): return try await pupilPage(id, visit)
        case .pupilOverTime(let id): return try await pupilOverTimePage(id, visit)
        case .pupilOverTimeFile(let id, let format): return try await pupilOverTimeFile(id, format, visit)
        case .editPupil(let id): return try await editPupilPage(id, visit)
        case .rollOver: return try await rollOverPage(visit)
        case .groups: return try await groupsPage(visit)
        case .group(let query): return try await groupPage(query, visit)
        case .reports: return try await reportsPage(visit)
        case .keyStage2Outcomes(let query): return try await outcomesPage(query, visit)
        case .keyStage2OutcomesPupils(let measure, let query): return try await pupilsBehindPage(measure, query, visit)
        case .keyStage2OutcomesFile(let format, let query): return try await outcomesFile(format, query, visit)
        case .parentsSheets(let query): return try await parentsPage(query, visit)
        case .statutoryReport(let name, let query): return try await statutoryPage(name, query, visit)
        case .reportsWorkbook(let query): return try await reportsWorkbook(query, visit)
        case .statutoryFile(let name, let format, let query):
            return try await statutoryFile(name, format, query, visit)
        case .statutoryPupils(let measure, let query): return try await statutoryPupilsPage(measure, query, visit)
        case .analysis: return try await analysisPage(visit)
        case .conversionMatrix, .conversionMatrixFile, .conversionMatrixPupils, .summativeProgress,
            .summativeProgressFile, .summativeProgressPupils, .expectations, .expectationsFile, .expectationsPupils:
            return try await journeyPage(visit)
        case .files: return try await filesPage(visit)
        case .preview(let id, let query): return try await previewPage(id, query, visit)
        case .batch(let id): return try await batchPage(id, visit)
        case .batchFile(let id): return try await batchFile(id, visit)
        case .undoBatch(let id): return try await undoBatchPage(id, visit)
        case .sendFile(let query): return try await sendFilePage(query, visit)
        case .school: return try await schoolPage(visit)
        case .users: return try await usersPage(visit)
        case .judgementSettings: return try await judgementSettingsPage(visit)
        case .tables: return try await tablesPage(visit)
        case .table(let key): return try await tablePage(key, visit)
        case .upload, .previewChoices, .shareUpload, .applyUpload, .cancelUpload, .userRole, .userAccess, .userLink:
            throw PageRefusal.method(allowed: "POST")
        }
    }

    /// The analyses over the years of pupils.
    private func journeyPage(_ visit: Visit) async throws -> Response {
        switch visit.page {
        case .conversionMatrix(let query): return try await conversionMatrixPage(query, visit)
        case .conversionMatrixFile(let format, let query):
            return try await conversionMatrixFile(format, query, visit)
        case .conversionMatrixPupils(let query): return try await conversionMatrixPupilsPage(query, visit)
        case .summativeProgress(let query): return try await summativeProgressPage(query, visit)
        case .summativeProgressFile(let format, let query):
            return try await summativeProgressFile(format, query, visit)
        case .summativeProgressPupils(let query): return try await summativeProgressPupilsPage(query, visit)
        case .expectations(let query): return try await expectationsPage(query, visit)
        case .expectationsFile(let format, let query): return try await expectationsFile(format, query, visit)
        case .expectationsPupils(let query): return try await expectationsPupilsPage(query, visit)
        default: throw PageRefusal.noSuchPage
        }
    }

    private func form(_ route: Route) async throws -> Response {
        switch route {
        case .signIn: return try await signIn()
        case .signOut: return try await signOut()
        case .setUp: return try await setUp()
        case .choosePassword(let token): return try await choosePassword(token)
        case .home, .chooseSchool, .help: throw PageRefusal.method(allowed: "GET, HEAD")
        case .asset: throw PageRefusal.noSuchPage
        case .school(let number, let year, let page):
            // The sender is known before the body is read, so that nobody else can make the server receive files.
            return try await form(try await visit(number, year, page))
        }
    }

    private func form(_ visit: Visit) async throws -> Response {
        switch visit.page {
        case .newPupil: return try await addPupil(visit)
        case .editPupil(let id): return try await changePupil(id, visit)
        case .copyJudgements(let query): return try await copyJudgements(query, visit)
        case .rollOver: return try await rollOver(visit)
        case .parentsSheets(let query): return try await changeParentsText(query, visit)
        case .group(let query): return try await changeGroup(query, visit)
        case .upload: return try await receiveFiles(visit)
        case .previewChoices(let id): return try await keepChoices(id, visit)
        case .shareUpload(let id): return try await shareUpload(id, visit)
        case .applyUpload(let id): return try await applyUpload(id, visit)
        case .cancelUpload(let id): return try await cancelUpload(id, visit)
        case .undoBatch(let id): return try await undoBatch(id, visit)
        case .sendFile: return try await sendFile(visit)
        case .school: return try await changeSchool(visit)
        case .users: return try await addUser(visit)
        case .judgementSettings: return try await changeJudgementSettings(visit)
        case .userRole(let id): return try await changeRole(id, visit)
        case .userAccess(let id): return try await changeAccess(id, visit)
        case .userLink(let id): return try await makeLink(id, visit)
        case .tables: return try await loadTables(visit)
        case .table(let key): return try await withdrawTable(key, visit)
        case .assessments, .chooseClass, .grid, .gridFile, .cellHistory, .pupils, .pupilsFile, .pupil,
            .pupilOverTime, .pupilOverTimeFile, .groups, .reports, .keyStage2Outcomes, .keyStage2OutcomesPupils,
            .keyStage2OutcomesFile, .statutoryReport, .statutoryFile, .statutoryPupils, .reportsWorkbook, .batchFile,
            .analysis,
            .conversionMatrix, .conversionMatrixFile,
            .conversionMatrixPupils, .summativeProgress, .summativeProgressFile, .summativeProgressPupils,
            .expectations, .expectationsFile, .expectationsPupils, .files, .preview, .batch:
            throw PageRefusal.method(allowed: "GET, HEAD")
        }
    }
}
