import Assessment
import HTTPTypes
import Hummingbird
import Pages
import Storage
import Tracker

extension PageHandler {
    /// The entry grid. While nothing of the school changes it costs the bytes of the drawn table and the frame around it.
    func gridPage(_ kind: AssessmentKind, _ asked: GridQuery, _ visit: Visit) async throws -> Response {
        var query = asked
        if case .name = GridOrder(query.order) { query.order = nil }
        var access = access(kind, query, visit)
        let mode: GridTable.Mode = query.isBlank ? .blank : access.isEditing ? .editing : .reading
        let (grid, stamp) = try await drawnGrid(kind, query, mode, visit)
        let live = query.isBlank ? nil : live(kind, query, stamp, visit, isEditing: access.isEditing)
        if case .editing(var sitting) = access {
            sitting.live = live
            access = .editing(sitting)
        }
        if let on = query.on, !access.isEditing, !query.isBlank {
            return try await pastGridPage(kind, query, on, grid, visit)
        }
        let title = grid.title
        memory.recent.note(
            Breadcrumb(
                title, visit.place.route(.grid(kind, GridQuery(className: query.className, subject: query.subject)))),
            session: visit.csrf)
        return try await show(
            GridModel(
                title: title, lede: grid.lede,
                breadcrumbs: [
                    Breadcrumb("Assessments", visit.place.route(.assessments)),
                    Breadcrumb(kind.title, visit.place.route(.chooseClass(kind))),
                    Breadcrumb(query.className ?? kind.yearGroup.title),
                ],
                filters: filters(kind, query, visit), groups: groups(kind, query, grid.classes, visit),
                progress: grid.progress, access: query.isBlank ? .reading(reason: nil) : access,
                blankAddress: query.isBlank ? nil : blankAddress(kind, query, visit),
                filledAddress: query.isBlank ? visit.place.link(.grid(kind, reading(query))) : nil,
                downloads: gridDownloads(kind, query, visit), key: grid.key,
                table: grid.table, footnote: grid.footnote, live: live,
                past: query.isBlank || access.isEditing ? nil : past(kind, query, visit)), visit)
    }

    /// The grid from memory, else from the data.
    private func drawnGrid(
        _ kind: AssessmentKind, _ query: GridQuery, _ mode: GridTable.Mode, _ visit: Visit
    ) async throws -> (grid: DrawnGrid, stamp: DataStamp) {
        let key = DrawnGrids.Key(
            school: visit.school.id, year: visit.year, kind: kind, className: query.className, subject: query.subject,
            order: query.order, mode: mode)
        // Only who may see the grid is given a drawn one; everybody else gets the use case's own answer.
        if isAllowed(.viewPupils, visit) {
            let stamp = try await tracker.stamp(of: visit.school, as: visit.caller)
            if let kept = memory.grids.grid(key, stamp: stamp) { return (kept, stamp) }
        }
        let sheet = try await tracker.grid(
            kind, school: visit.school, year: visit.year, className: query.className, as: visit.caller)
        if let name = query.className, !sheet.snapshot.classes.contains(name) { throw PageRefusal.noSuchPage }
        let grid = GridDrawing(
            sheet: sheet, kind: kind, query: query, mode: mode, place: visit.place, clock: tracker.clock
        )
        .draw()
        memory.grids.keep(grid, key, stamp: sheet.stamp)
        return (grid, sheet.stamp)
    }

    /// Where the page hears of changes from now on.
    private func live(
        _ kind: AssessmentKind, _ query: GridQuery, _ stamp: DataStamp, _ visit: Visit, isEditing: Bool
    ) -> GridLive {
        let path = ["api", "v1", "schools", visit.school.dfe.compact, "events", "\(visit.year)", kind.rawValue]
        let address = Address(
            path,
            query: [
                Address.Item("class", query.className ?? ""), Address.Item("where", isEditing ? "editing" : "reading"),
            ])
        return GridLive(address: address.text, since: String(stamp.number))
    }

    // MARK: Editing

    /// Whether the visitor reads, may begin a sitting, or is in one.
    private func access(_ kind: AssessmentKind, _ query: GridQuery, _ visit: Visit) -> GridModel.Access {
        guard isAllowed(.enterResults, visit) else {
            return .reading(reason: "Your role (\(visit.role.title)) reads results and does not change them.")
        }
        let offered: CalendarDate
        do { offered = try tracker.defaultAssessmentDate(visit.year) } catch {
            return .reading(reason: (error as? TrackerError)?.message)
        }
        let form = sittingForm(kind, query, visit, latest: offered)
        guard query.isEditing else { return .mayEdit(form(offered.description, nil)) }
        let typed = address.value("date") ?? ""
        guard let date = query.date else {
            let problem =
                typed.isEmpty
                ? "Enter the assessment date." : "“\(typed)” is not a date. Enter a date like \(offered)."
            return .mayEdit(form(typed, problem))
        }
        do throws(TrackerError) { try tracker.checkAssessmentDate(date, visit.year) } catch {
            return .mayEdit(form(date.description, error.message))
        }
        return .editing(
            GridSitting(
                date: date, dateInWords: date.inWords,
                endpoint: "/api/v1/schools/\(visit.school.dfe.compact)/results/\(visit.year)/\(kind.rawValue)",
                lockAddress: visit.place.link(.grid(kind, reading(query))),
                signInAddress: Route.signIn(returnTo: visit.route.link).link,
                personKey: visit.caller.userID.map(String.init) ?? "operator"))
    }

    private func sittingForm(
        _ kind: AssessmentKind, _ query: GridQuery, _ visit: Visit, latest: CalendarDate
    ) -> (_ date: String, _ problem: String?) -> GridSittingForm {
        let kept = kept(query)
        let earliest = CalendarDate(year: visit.year.endYear - 1, month: 9, day: 1) ?? latest
        return { date, problem in
            GridSittingForm(
                address: visit.place.link(.grid(kind)), kept: kept, date: date, earliest: earliest, latest: latest,
                problem: problem)
        }
    }

    // MARK: Links

    private func reading(_ query: GridQuery) -> GridQuery {
        GridQuery(className: query.className, subject: query.subject, order: query.order)
    }

    private func filters(_ kind: AssessmentKind, _ query: GridQuery, _ visit: Visit) -> [GridModel.Link] {
        SubjectFilter.allCases.map { filter in
            var other = query
            other.subject = filter
            other.order = nil
            return GridModel.Link(
                title: filter.title, address: visit.place.link(.grid(kind, other)), isCurrent: filter == query.subject)
        }
    }

    private func groups(
        _ kind: AssessmentKind, _ query: GridQuery, _ classes: [String], _ visit: Visit
    ) -> [GridModel.Link] {
        guard classes.count > 1 || (classes.count == 1 && query.className == nil) else { return [] }
        return ([nil] + classes.map(Optional.some)).map { name in
            var other = query
            other.className = name
            return GridModel.Link(
                title: name ?? kind.yearGroup.title, address: visit.place.link(.grid(kind, other)),
                isCurrent: name == query.className)
        }
    }

    // MARK: As on a day

    /// The grid as it stood on a day; a day that can't be is refused beside today's grid.
    private func pastGridPage(
        _ kind: AssessmentKind, _ query: GridQuery, _ on: String, _ now: DrawnGrid, _ visit: Visit
    ) async throws -> Response {
        var past = past(kind, query, visit)
        past.day = on
        var grid = now
        var status = HTTPResponse.Status.ok
        do {
            let day = try tracker.pastDay(on)
            let sheet = try await tracker.grid(
                kind, school: visit.school, year: visit.year, className: query.className, on: day, as: visit.caller)
            grid = GridDrawing(
                sheet: sheet, kind: kind, query: query, mode: .reading, place: visit.place, clock: tracker.clock
            ).draw()
            past.shown = day.inWords
        } catch TrackerError.assessmentDate(let problem) {
            past.problem = problem
            status = .unprocessableContent
        }
        return try await show(
            GridModel(
                title: grid.title, lede: grid.lede,
                breadcrumbs: [
                    Breadcrumb("Assessments", visit.place.route(.assessments)),
                    Breadcrumb(kind.title, visit.place.route(.chooseClass(kind))),
                    Breadcrumb(query.className ?? kind.yearGroup.title),
                ],
                filters: filters(kind, query, visit), groups: groups(kind, query, grid.classes, visit),
                progress: grid.progress, access: .reading(reason: nil), key: grid.key, table: grid.table,
                footnote: grid.footnote, past: past), visit, status: status)
    }

    private func past(_ kind: AssessmentKind, _ query: GridQuery, _ visit: Visit) -> GridPast {
        GridPast(
            address: visit.place.link(.grid(kind)), kept: kept(query), day: "",
            latest: tracker.clock.today()?.description ?? "", shown: nil,
            nowAddress: visit.place.link(.grid(kind, reading(query))))
    }

    /// What a form keeps of the address.
    private func kept(_ query: GridQuery) -> [GridSittingForm.Parameter] {
        var kept: [GridSittingForm.Parameter] = []
        if let name = query.className { kept.append(.init("class", name)) }
        if query.subject != .english { kept.append(.init("subject", query.subject.rawValue)) }
        if let order = query.order { kept.append(.init("order", order)) }
        return kept
    }

    private func blankAddress(_ kind: AssessmentKind, _ query: GridQuery, _ visit: Visit) -> String {
        var blank = reading(query)
        blank.isBlank = true
        return visit.place.link(.grid(kind, blank))
    }
}
