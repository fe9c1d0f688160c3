import Assessment
import HTTPTypes
import Hummingbird
import Markup
import Pages
import Storage
import Tracker

extension PageHandler {
    /// The page of a model in its school's frame.
    ///
    /// - Parameter notice: what this very request did; nil shows what the request before left.
    func show(
        _ page: some Page, _ visit: Visit, status: HTTPResponse.Status = .ok, notice: Notice? = nil
    ) async throws -> Response {
        var frame = try await frame(visit)
        if let file = try await tablesFile(page, frame, visit) { return file }
        frame.givesTables = isReading
        let waiting = waitingNotice(visit.signedIn)
        frame.notice = notice ?? waiting
        return finish(.html(frame.render(page), status: status))
    }

    /// The page of a model outside a school.
    func show(
        _ page: some Page, _ signedIn: SignedIn?, status: HTTPResponse.Status = .ok
    ) -> Response {
        var frame = outerFrame(signedIn)
        if let signedIn { frame.notice = waitingNotice(signedIn) }
        return finish(.html(frame.render(page), status: status))
    }

    /// After a form: another page, which says what was done.
    func redirect(to route: Route, _ signedIn: SignedIn, notice: Notice? = nil) -> Response {
        var response = Response.seeOther(route.link)
        if let notice {
            response.headers[values: .setCookie].append(
                cookie.settingNotice(memory.notices.post(notice, session: signedIn.csrf)))
        }
        return response
    }

    /// Everything around a page of a school.
    func frame(_ visit: Visit) async throws -> PageFrame {
        PageFrame(
            assets: responder.server.assets, csrfToken: visit.csrf,
            visitor: Visitor(
                name: visit.caller.name, roleTitle: visit.role.title, seesNames: isAllowed(.viewPupils, visit),
                hasSeveralSchools: hasSeveralSchools(visit.caller), sections: sections(visit)),
            place: visit.place, schoolName: visit.school.name, years: try await years(visit), route: visit.route,
            recent: memory.recent.pages(session: visit.csrf, place: visit.place, without: visit.route),
            printedOn: tracker.clock.today()?.inWords)
    }

    /// Everything around a page outside a school.
    func outerFrame(_ signedIn: SignedIn?) -> PageFrame {
        PageFrame(
            assets: responder.server.assets, csrfToken: signedIn?.csrf,
            visitor: signedIn.map { signedIn in
                Visitor(
                    name: signedIn.caller.name, roleTitle: "", seesNames: false,
                    hasSeveralSchools: hasSeveralSchools(signedIn.caller))
            }, printedOn: tracker.clock.today()?.inWords)
    }

    /// The years that can be switched to, newest first, the one that is shown among them.
    func years(_ visit: Visit) async throws -> [SchoolYear] {
        let years = try await offeredYears(visit)
        return years.contains(visit.year) ? years : (years + [visit.year]).sorted(by: >)
    }

    /// The years with pupils and the present one; read again only after a change.
    func offeredYears(_ visit: Visit) async throws -> [SchoolYear] {
        let stamp = try await tracker.stamp(of: visit.school, as: visit.caller)
        if let kept = memory.years.years(school: visit.school.id, stamp: stamp) { return kept }
        let years = try await tracker.years(of: visit.school, as: visit.caller)
        memory.years.keep(years, school: visit.school.id, stamp: stamp)
        return years
    }

    private func sections(_ visit: Visit) -> [RailSection] {
        RailSection.allCases.filter { section in
            switch section {
            case .assessments, .pupils: isAllowed(.viewPupils, visit)
            case .files: tracker.seesBatches(visit.caller, in: visit.school)
            case .reports, .analysis, .school: true
            }
        }
    }

    private func hasSeveralSchools(_ caller: Caller) -> Bool {
        caller.roles.count > 1
            || caller.roles.keys.contains { if case .trust = $0 { true } else { false } }
    }

    private func waitingNotice(_ signedIn: SignedIn) -> Notice? {
        guard request.method == .get, let id = cookie.notice(in: request) else { return nil }
        return memory.notices.take(id, session: signedIn.csrf)
    }

    /// A page that was asked for with a notice's name forgets it, shown or not.
    func finish(_ response: Response) -> Response {
        guard request.method == .get, cookie.notice(in: request) != nil else { return response }
        var response = response
        response.headers[values: .setCookie].append(cookie.clearingNotice)
        return response
    }
}

extension TrackerError {
    /// What must be corrected in a form, with its fields' names as the form has them.
    ///
    /// - Parameter names: the form's name for a field of the use case where they differ.
    /// - Returns: nil for what is not about a form's fields.
    func fieldErrors(_ names: [String: String] = [:]) -> [FieldError]? {
        guard case .fields(let problems) = self else { return nil }
        return problems.map { FieldError(field: names[$0.field] ?? $0.field, message: $0.message) }
    }
}
