import Assessment
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import ServiceLifecycle
import Storage
import Tracker

extension SchoolAPI {
    /// `GET events/{year}/{assessment}`: what changes in a grid, as it happens.
    func events(_ path: [String]) async throws -> Response {
        guard let token = handler.token else { throw TrackerError.notSignedIn }
        let assessment = try yearGroupAssessment(path[2])
        let year = try handler.year(path[1])
        let className = handler.address.value("class")
        let request = LiveHub.Request(
            assessment: assessment, school: school, year: year, className: className, since: try since(),
            isEditing: handler.address.value("where") != "reading"
                && handler.tracker.mayEnter(
                    assessment.kind, school: school, year: year, className: className, as: caller),
            token: token, caller: caller)
        // Refused now, while a refusal can still be answered.
        _ = try await handler.tracker.grid(
            request.assessment, school: school, year: request.year, className: nil, as: caller)
        let hub = handler.responder.live
        let body = handler.request.body
        return Response(
            status: .ok,
            headers: [.contentType: "text/event-stream", .cacheControl: "no-store", .accelBuffering: "no"],
            body: ResponseBody { writer in
                guard let (id, events) = try? await hub.join(request) else { return try await writer.finish(nil) }
                // A stream must end when the browser has gone and when the server stops, not at the next event.
                let end: @Sendable () -> Void = { Task { await hub.leave(id) } }
                do {
                    try await withGracefulShutdownHandler {
                        try await body.consumeWithInboundCloseHandler { _ in
                            for await event in events { try await writer.write(event) }
                        } onInboundClosed: {
                            end()
                        }
                    } onGracefulShutdown: {
                        end()
                    }
                } catch {
                    await hub.leave(id)
                    throw error
                }
                await hub.leave(id)
                try await writer.finish(nil)
            })
    }

    /// The state that the page has: what it heard last, else what it was made from.
    private func since() throws -> Int64? {
        let heard = handler.request.headers[.lastEventID].flatMap { Int64($0) }
        guard heard == nil, let text = handler.address.value("since") else { return heard }
        guard let number = Int64(text) else {
            throw TrackerError.fields([
                FieldProblem("since", "“\(text.prefix(40))” must be a number that the page was given.")
            ])
        }
        return number
    }
}
