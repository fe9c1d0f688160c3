import Assessment
import Forms
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Pages
import Storage
import Tracker

/// One request to `/api/...`: finds out who asks, calls the use case, writes JSON.
///
/// Signed in by the session cookie (then changing requests carry `X-CSRF-Token`) or by `Authorization: Bearer` with the
/// token that `POST /api/v1/sign-in` answered.
struct APIHandler {
    let responder: Responder
    let request: Request
    let address: Address

    var tracker: Tracker { responder.server.tracker }
    var cookie: SessionCookie { SessionCookie(isSecure: responder.server.options.isSecure) }

    func answer() async -> Response {
        do {
            return try await route()
        } catch {
            return refusal(error)
        }
    }

    private func route() async throws -> Response {
        let path = address.path
        if path == ["api", "openapi.json"], request.method == .get { return .json(written: OpenAPIDocument.bytes) }
        guard path.count > 2, path[1] == "v1" else { return noSuchPlace() }
        if path == ["api", "v1", "sign-in"], request.method == .post { return try await signIn() }
        let caller = try await caller()
        switch (request.method, path[2], path.count) {
        case (.get, "schools", 3): return try await schools(caller)
        case (.get, "tables", 3): return try await tables(caller)
        case (.get, "tables", 6): return try await table(path, caller)
        case (_, "schools", 5...):
            let school = try await tracker.school(number(path[3]), for: caller)
            return try await SchoolAPI(handler: self, school: school, caller: caller).answer(Array(path[4...]))
        default: return noSuchPlace()
        }
    }

    func number(_ text: String) throws(TrackerError) -> DfENumber {
        do throws(IdentifierError) { return try DfENumber(text) } catch { throw .unknownSchool(text) }
    }

    func year(_ text: String) throws(TrackerError) -> SchoolYear {
        guard let year = Int(text).flatMap(SchoolYear.init(endYear:)) else {
            throw .fields([
                FieldProblem("year", "The year must be the calendar year in which the school year ends, like 2026.")
            ])
        }
        return year
    }

    /// The token of `Authorization: Bearer`.
    private var bearerToken: String? {
        guard let authorization = request.headers[.authorization], authorization.hasPrefix("Bearer ") else {
            return nil
        }
        return String(authorization.utf8.dropFirst(7))
    }

    /// The session's token, by header or by cookie.
    var token: String? { bearerToken ?? cookie.token(in: request) }

    /// Who asks; for a changing request by cookie also whether the page's token came with it.
    private func caller() async throws -> Caller {
        let isChange = request.method != .get && request.method != .head
        // A page that connects again by itself must not keep a session alive that nobody uses.
        let isByItself = address.path.count > 4 && address.path[4] == "events"
        let bearerToken = bearerToken
        guard let token = bearerToken ?? cookie.token(in: request),
            let signedIn = try await tracker.signedIn(token: token, notesUse: !isByItself)
        else { throw TrackerError.notSignedIn }
        if bearerToken != nil { return signedIn.caller.by(.api) }
        if isChange {
            guard SameOrigin.allows(request), let csrf = request.headers[.csrfToken],
                SameOrigin.isEqual(csrf, signedIn.csrf) || isOfEarlierSession(csrf, signedIn)
            else { throw Refused(.forbidden, "The page is out of date. Load it again and repeat the change.") }
        }
        return signedIn.caller.by(.page)
    }

    /// Whether a page asks whose reader has signed in again since it was drawn: what they typed into a grid must not be lost by that.
    ///
    /// Only where the browser vouches that the page is this server's, and only for the same person: another one's token is no longer good, or
    /// their values would be stored under the wrong name. No other site can send the header at all.
    private func isOfEarlierSession(_ csrf: String, _ signedIn: SignedIn) -> Bool {
        SameOrigin.isVouchedFor(request) && signedIn.isCSRFOfSamePerson(csrf)
    }

    private func signIn() async throws -> Response {
        struct Credentials: Decodable {
            let email: String
            let password: String
        }
        struct Answer: Encodable {
            let token: String
            let name: String
        }
        guard SameOrigin.allows(request) else { throw Refused(.forbidden, "Sign in from this server’s own page.") }
        let credentials = try await decode(Credentials.self, limit: 16 << 10)
        let (token, signedIn) = try await tracker.signIn(email: credentials.email, password: credentials.password)
        return .json(Answer(token: token, name: signedIn.caller.name))
    }

    private func schools(_ caller: Caller) async throws -> Response {
        struct Listed: Encodable {
            let dfe: String
            let urn: String?
            let name: String
            let role: String
        }
        let schools = try await tracker.schools(for: caller)
        return .json(
            schools.map { school in
                Listed(
                    dfe: school.dfe.description, urn: school.urn?.text, name: school.name,
                    role: tracker.role(of: caller, in: school)?.rawValue ?? "")
            })
    }

    private func tables(_ caller: Caller) async throws -> Response {
        struct Listed: Encodable {
            let year: Int
            let key_stage: Int
            let subject: String
            /// `table`, or `thresholds` where only the marks for 100 and 110 are known.
            let known: String
            let loaded: Bool
        }
        let tables = try await tracker.tables()
        return .json(
            tables.keys.map { key in
                Listed(
                    year: key.year, key_stage: key.keyStage, subject: key.subject.rawValue,
                    known: tables.table(key) == nil ? "thresholds" : "table", loaded: tables.isLoaded(key))
            })
    }

    private func table(_ path: [String], _ caller: Caller) async throws -> Response {
        struct Row: Encodable {
            let raw: Int
            let scaled: String
        }
        guard let keyStage = Int(path[3]), let year = Int(path[4]), let subject = Subject(rawValue: path[5]) else {
            return noSuchPlace()
        }
        let key = ConversionTable.Key(year: year, keyStage: keyStage, subject: subject)
        guard let table = try await tracker.tables().table(key) else {
            throw Refused(.notFound, "No conversion table of \(key) is known. Load it when it is published.")
        }
        return .json(table.scores.enumerated().map { Row(raw: $0, scaled: $1.map(String.init) ?? "N") })
    }

    /// The body as a value.
    ///
    /// - Throws: ``Refused`` with what is wrong with it.
    func decode<Value: Decodable>(_ type: Value.Type, limit: Int) async throws -> Value {
        try decode(type, try await body(limit: limit))
    }

    /// The body as it came.
    func body(limit: Int) async throws(Refused) -> ByteBuffer {
        do { return try await request.body.collect(upTo: limit) } catch {
            throw Refused(.contentTooLarge, "The body must be \(limit >> 10) kB or less.")
        }
    }

    /// The same of a body that is there already.
    func decode<Value: Decodable>(_ type: Value.Type, _ body: ByteBuffer) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(body.readableBytesView))
        } catch {
            throw Refused(.badRequest, "The body must be JSON of the form in /api/openapi.json: \(Self.reason(error)).")
        }
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "“\(key.stringValue)” is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "“\(context.codingPath.map(\.stringValue).joined(separator: "."))” is of another kind"
        case DecodingError.dataCorrupted(let context): context.debugDescription
        default: "it can’t be read"
        }
    }

    func noSuchPlace() -> Response {
        .json(APIError(message: "There is nothing at this address. See /api/openapi.json."), status: .notFound)
    }

    func refusal(_ error: any Error) -> Response {
        switch error {
        case let error as Refused: return .json(APIError(message: error.message), status: error.status)
        case let error as FormError: return .json(APIError(message: error.message), status: .badRequest)
        case let error as TrackerError:
            var body = APIError(message: error.message)
            if case .fields(let problems) = error {
                body.fields = Dictionary(
                    problems.map { ($0.field, $0.message) }, uniquingKeysWith: { first, _ in first })
            }
            if case .storage = error { log(error) }
            return .json(body, status: error.status)
        default:
            log(error)
            return .json(
                APIError(message: "Something went wrong on the server; nothing was stored. Try again in a moment."),
                status: .internalServerError)
        }
    }

    private func log(_ error: any Error) {
        responder.server.logger.error("request failed", metadata: ["error": "\(error)", "path": "\(request.uri.path)"])
    }
}
