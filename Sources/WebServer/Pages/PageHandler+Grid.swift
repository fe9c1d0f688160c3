import Assessment
import HTTPTypes
import Hummingbird
import Pages
import Storage
import Tracker

extension PageHandler {
    /// The entry grid. While nothing of the school changes it costs the bytes of the drawn table and the frame around it.
    func gridPage(_ kind: AssessmentKind, _ asked: GridQuery, _ visit: Visit) async throws -> Response {
        let (assessment, query) = try await gridAddress(kind, asked, visit)
        var access = access(assessment, query, visit)
        let mode: GridTable.Mode = query.isBlank ? .blank : access.isEditing ? .editing : .reading
        let (grid, stamp) = try await drawnGrid(assessment, query, mode, visit)
        let live = query.isBlank ? nil : live(assessment, query, stamp, visit, isEditing: access.isEditing)
        if case .editing(var sitting) = access {
            sitting.live = live
            access = .editing(sitting)
        }
        if let on = query.on, !access.isEditing, !query.isBlank {
            return try await pastGridPage(assessment, query, on, grid, visit)
        }
        let title = grid.title
        memory.recent.note(
            Breadcrumb(
                title,
                visit.place.route(
                    .grid(
                        assessment.kind,
                        GridQuery(
                            yearGroup: query.yearGroup, className: query.className, filter: query.filter)))),
            session: visit.csrf)
        return try await show(
            GridModel(
                title: title, lede: grid.lede,
                breadcrumbs: [
                    Breadcrumb("Assessments", visit.place.route(.assessments)),
                    Breadcrumb(assessment.kind.title, visit.place.route(.chooseClass(assessment.kind))),
                    Breadcrumb(query.className ?? assessment.yearGroup.title),
                ],
                filters: try await filters(assessment, query, visit),
                groups: groups(assessment, query, grid.classes, visit),
                progress: grid.progress, access: query.isBlank ? .reading(reason: nil) : access,
                blankAddress: query.isBlank ? nil : blankAddress(assessment, query, visit),
                filledAddress: query.isBlank ? visit.place.link(.grid(assessment.kind, reading(query))) : nil,
                downloads: gridDownloads(assessment, query, visit), key: grid.key,
                table: grid.table, footnote: grid.footnote, live: live,
                past: query.isBlank || access.isEditing ? nil : past(assessment, query, visit)), visit)
    }

    /// Whose grid an address means, without what says only what is usual: two addresses of one grid share what is drawn.
    func gridAddress(_ kind: AssessmentKind, _ asked: GridQuery, _ visit: Visit) async throws -> (
        YearGroupAssessment, GridQuery
    ) {
        let assessment = YearGroupAssessment(kind, asked.yearGroup)
        var query = asked
        query.yearGroup = assessment.isUsual ? nil : assessment.yearGroup
        if case .name = GridOrder(query.order) { query.order = nil }
        let columns = try await tracker.columns(of: visit.school, judged: kind == .summative)
        let filters = try columns.columns(of: assessment, year: visit.year).filters
        if query.filter == filters.first?.id || !filters.contains(where: { $0.id == query.filter }) {
            query.filter = nil
        }
        return (assessment, query)
    }

    /// The grid from memory, else from the data.
    private func drawnGrid(
        _ assessment: YearGroupAssessment, _ query: GridQuery, _ mode: GridTable.Mode, _ visit: Visit
    ) async throws -> (grid: DrawnGrid, stamp: DataStamp) {
        let key = DrawnGrids.Key(
            school: visit.school.id, year: visit.year, assessment: assessment, className: query.className,
            filter: query.filter,
            order: query.order, mode: mode)
        // Only who may see the grid is given a drawn one; everybody else gets the use case's own answer.
        if isAllowed(.viewPupils, visit) {
            let stamp = try await tracker.stamp(of: visit.school, as: visit.caller)
            if let kept = memory.grids.grid(key, stamp: stamp) { return (kept, stamp) }
        }
        let sheet = try await tracker.grid(
            assessment, school: visit.school, year: visit.year, className: query.className, as: visit.caller)
        if let name = query.className, !sheet.snapshot.classes.contains(name) { throw PageRefusal.noSuchPage }
        let grid = GridDrawing(
            sheet: sheet, query: query, mode: mode, place: visit.place, clock: tracker.clock
        )
        .draw()
        memory.grids.keep(grid, key, stamp: sheet.stamp)
        return (grid, sheet.stamp)
    }

    /// Where the page hears of changes from now on.
    private func live(
        _ assessment: YearGroupAssessment, _ query: GridQuery, _ stamp: DataStamp, _ visit: Visit, isEditing: Bool
    ) -> GridLive {
        let path = [
            "api", "v1", "schools", visit.school.dfe.compact, "events", "\(visit.year)", assessment.kind.rawValue,
        ]
        let address = Address(
            path,
            query: [
                Address.Item("class", query.className ?? ""), Address.Item("where", isEditing ? "editing" : "reading"),
            ] + (query.yearGroup.map { [Address.Item("year-group", $0.rawValue)] } ?? []))
        return GridLive(address: address.text, since: String(stamp.number))
    }

    // MARK: Editing

    /// Whether the visitor reads, may begin a sitting, or is in one.
    private func access(_ assessment: YearGroupAssessment, _ query: GridQuery, _ visit: Visit) -> GridModel.Access {
        do throws(TrackerError) {
            try tracker.requireEntry(
                assessment.kind, school: visit.school, year: visit.year, className: query.className, as: visit.caller)
        } catch {
            if case .notAllowed = error {
                return .reading(reason: "Your role (\(visit.role.title)) reads results and does not change them.")
            }
            return .reading(reason: error.message)
        }
        let offered: CalendarDate
        do { offered = try tracker.defaultAssessmentDate(visit.year) } catch {
            return .reading(reason: (error as? TrackerError)?.message)
        }
        let form = sittingForm(assessment, query, visit, latest: offered)
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
                endpoint:
                    "/api/v1/schools/\(visit.school.dfe.compact)/results/\(visit.year)/\(assessment.kind.rawValue)",
                lockAddress: visit.place.link(.grid(assessment.kind, reading(query))),
                signInAddress: Route.signIn(returnTo: visit.route.link).link,
                personKey: visit.caller.userID.map(String.init) ?? "operator"))
    }

    private func sittingForm(
        _ assessment: YearGroupAssessment, _ query: GridQuery, _ visit: Visit, latest: CalendarDate
    ) -> (_ date: String, _ problem: String?) -> GridSittingForm {
        let kept = kept(query)
        let earliest = CalendarDate(year: visit.year.endYear - 1, month: 9, day: 1) ?? latest
        return { date, problem in
            GridSittingForm(
                address: visit.place.link(.grid(assessment.kind)), kept: kept, date: date, earliest: earliest,
                latest: latest,
                problem: problem)
        }
    }

    // MARK: Links

    private func reading(_ query: GridQuery) -> GridQuery {
        GridQuery(
            yearGroup: query.yearGroup, className: query.className, filter: query.filter, order: query.order)
    }

    private func filters(_ assessment: YearGroupAssessment, _ query: GridQuery, _ visit: Visit) async throws
        -> [GridModel.Link]
    {
        let columns = try await tracker.columns(of: visit.school, judged: assessment.kind == .summative)
        let filters = (try? columns.columns(of: assessment, year: visit.year))?.filters ?? []
        guard filters.count > 1 else { return [] }
        return filters.enumerated().map { place, filter in
            var other = query
            other.filter = place == 0 ? nil : filter.id
            other.order = nil
            return GridModel.Link(
                title: filter.title, address: visit.place.link(.grid(assessment.kind, other)),
                isCurrent: other.filter == query.filter)
        }
    }

    private func groups(
        _ assessment: YearGroupAssessment, _ query: GridQuery, _ classes: [String], _ visit: Visit
    ) -> [GridModel.Link] {
        guard classes.count > 1 || (classes.count == 1 && query.className == nil) else { return [] }
        return ([nil] + classes.map(Optional.some)).map { name in
            var other = query
            other.className = name
            return GridModel.Link(
                title: name ?? assessment.yearGroup.title, address: visit.place.link(.grid(assessment.kind, other)),
                isCurrent: name == query.className)
        }
    }

    // MARK: As on a day

    /// The grid as it stood on a day; a day that can't be is refused beside today's grid.
    private func pastGridPage(
        _ assessment: YearGroupAssessment, _ query: GridQuery, _ on: String, _ now: DrawnGrid, _ visit: Visit
    ) async throws -> Response {
        var past = past(assessment, query, visit)
        past.day = on
        var grid = now
        var status = HTTPResponse.Status.ok
        do {
            let day = try tracker.pastDay(on)
            let sheet = try await tracker.grid(
                assessment, school: visit.school, year: visit.year, className: query.className, on: day,
                as: visit.caller)
            grid = GridDrawing(
                sheet: sheet, query: query, mode: .reading, place: visit.place,
                clock: tracker.clock
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
                    Breadcrumb(assessment.kind.title, visit.place.route(.chooseClass(assessment.kind))),
                    Breadcrumb(query.className ?? assessment.yearGroup.title),
                ],
                filters: try await filters(assessment, query, visit),
                groups: groups(assessment, query, grid.classes, visit),
                progress: grid.progress, access: .reading(reason: nil), key: grid.key, table: grid.table,
                footnote: grid.footnote, past: past), visit, status: status)
    }

    private func past(_ assessment: YearGroupAssessment, _ query: GridQuery, _ visit: Visit) -> GridPast {
        GridPast(
            address: visit.place.link(.grid(assessment.kind)), kept: kept(query), day: "",
            latest: tracker.clock.today()?.description ?? "", shown: nil,
            nowAddress: visit.place.link(.grid(assessment.kind, reading(query))))
    }

    /// What a form keeps of the address.
    private func kept(_ query: GridQuery) -> [GridSittingForm.Parameter] {
        var kept: [GridSittingForm.Parameter] = []
        if let group = query.yearGroup { kept.append(.init("year-group", group.rawValue)) }
        if let name = query.className { kept.append(.init("class", name)) }
        if let filter = query.filter { kept.append(.init("subject", filter)) }
        if let order = query.order { kept.append(.init("order", order)) }
        return kept
    }

    private func blankAddress(_ assessment: YearGroupAssessment, _ query: GridQuery, _ visit: Visit) -> String {
        var blank = reading(query)
        blank.isBlank = true
        return visit.place.link(.grid(assessment.kind, blank))
    }
}
