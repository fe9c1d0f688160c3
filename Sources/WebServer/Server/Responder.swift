import Foundation
import HTTPTypes
public import Hummingbird
import Pages
import Tracker
import Logging

/// Takes every request: health and metrics, assets, the API, and the pages by their one list of routes.
public struct Responder: HTTPResponder {
    public typealias Context = BasicRequestContext

    let server: WebServer
    let metrics = RequestMetrics()
    let memory = PageMemory()
    /// Tells open grids what changed.
    let live: LiveHub

    init(server: WebServer) {
        self.server = server
        live = LiveHub(tracker: server.tracker, logger: server.logger)
    }

    public func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        let start = ContinuousClock.now
        var response = await answerReadingAll(request)
        addSafetyHeaders(to: &response)
        metrics.note(status: Int(response.status.code), duration: ContinuousClock.now - start)
        return response
    }

    /// Where the connection ends with the answer, what was sent for nothing is read all the same: a program that first sends all of its file, and
    /// only then looks for the answer, would wait for ever. On other connections the rest is read before the next request.
    private func answerReadingAll(_ request: Request) async -> Response {
        guard request.headers[.connection] == "close", request.method != .get, request.method != .head else {
            return await answer(request)
        }
        let body = WatchedBody(request.body)
        var watched = request
        watched.body = RequestBody(asyncSequence: body)
        let response = await answer(watched)
        await body.discard()
        return response
    }

    private func answer(_ request: Request) async -> Response {
        let address = Address(parsing: request.uri.description)
        switch address.path.first {
        case "healthz" where address.path.count == 1: return .json(written: Array("{}".utf8))
        case "readyz" where address.path.count == 1: return await readiness()
        case "metrics" where address.path.count == 1: return .plain(metrics.text())
        case "assets" where address.path.count == 2: return asset(address, request)
        case "api": return await APIHandler(responder: self, request: request, address: address).answer()
        default: return await PageHandler(responder: self, request: request, address: address).answer()
        }
    }

    private func readiness() async -> Response {
        do {
            _ = try await server.tracker.stampOfInstallation()
            return .plain("ready\n")
        } catch {
            server.logger.error("not ready", metadata: ["error": "\(error)"])
            return .plain("The database does not answer.\n", status: .serviceUnavailable)
        }
    }

    private func asset(_ address: Address, _ request: Request) -> Response {
        guard request.method == .get || request.method == .head, let asset = server.assets.asset(named: address.path[1])
        else { return .plain("There is no such file.\n", status: .notFound) }
        let tag = "\"\(asset.hash)\""
        if request.headers[.ifNoneMatch] == tag {
            return Response(status: .notModified, headers: [.eTag: tag, .cacheControl: "no-cache"])
        }
        var response = Response(
            status: .ok, headers: [.contentType: asset.contentType, .eTag: tag],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
        // A versioned address never changes what it means; the modules that import each other are asked for again.
        response.headers[.cacheControl] =
            address.value("v") == asset.hash ? "public, max-age=31536000, immutable" : "no-cache"
        return response
    }

    private static let noStore = HTTPField(name: .cacheControl, value: "no-store")
    private static let safetyHeaders = [
        HTTPField(
            name: .contentSecurityPolicy,
            value:
                "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
        ),
        HTTPField(name: .xContentTypeOptions, value: "nosniff"),
        HTTPField(name: .referrerPolicy, value: "same-origin"),
    ]

    private func addSafetyHeaders(to response: inout Response) {
        if response.headers[.cacheControl] == nil { response.headers.append(Self.noStore) }
        // Nothing else sets these, so they need not be looked for.
        for field in Self.safetyHeaders { response.headers.append(field) }
        if server.options.isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
    }
}
