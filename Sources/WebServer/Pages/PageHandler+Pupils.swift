import Assessment
import HTTPTypes
import Hummingbird
import Pages
import Storage
import Tracker

extension PageHandler {
    /// Pupils on one page of the list.
    private static let pageLength = 100

    func pupilsPage(_ query: PupilQuery, _ visit: Visit) async throws -> Response {
        let everybody = try await tracker.pupils(of: visit.school, year: visit.year, as: visit.caller)
        let matching = try await matching(query, among: everybody, visit)
        let pageCount = max(1, (matching.count + Self.pageLength - 1) / Self.pageLength)
        var query = query
        query.page = min(query.page, pageCount)
        let first = (query.page - 1) * Self.pageLength
        let rows = matching.enumerated().dropFirst(first).prefix(Self.pageLength).map { index, listed in
            PupilsModel.Row(
                id: listed.pupil.id, number: index + 1, name: listed.pupil.displayName, upn: listed.pupil.upn?.text,
                dateOfBirth: listed.pupil.dateOfBirth, yearGroup: listed.place?.yearGroup,
                className: listed.place?.className, sex: listed.pupil.sex,
                leftOn: listed.hasLeft ? listed.pupil.leavingDate : nil)
        }
        let years = try await tracker.yearsWithPupils(of: visit.school, as: visit.caller)
        let mayStart = isAllowed(.manageSchool, visit)
        let before = visit.year.advanced(by: -1)
        let places = everybody.compactMap(\.place).filter { query.yearGroup == nil || $0.yearGroup == query.yearGroup }
        return try await show(
            PupilsModel(
                place: visit.place, query: query, rows: rows, total: matching.count, pageCount: pageCount,
                yearGroups: Set(everybody.compactMap(\.place?.yearGroup)).sorted(),
                classes: Set(places.compactMap(\.className)).sorted(), hasPupils: !everybody.isEmpty,
                canEdit: isAllowed(.editPupils, visit), canImport: isAllowed(.importFiles, visit),
                startsFrom: mayStart ? before.flatMap { years.contains($0) ? $0 : nil } : nil,
                startsNext: mayStart && !everybody.isEmpty && visit.year == years.max()), visit)
    }

    /// The pupils that the filters find, of all pages of the list.
    func matching(_ query: PupilQuery, among everybody: [ListedPupil], _ visit: Visit) async throws -> [ListedPupil] {
        let found =
            if let search = query.search {
                try await tracker.pupils(of: visit.school, year: visit.year, search: search, as: visit.caller)
            } else { everybody }
        // A year that is over is listed as it was: by now everybody of its Year 6 has left.
        let isOver = tracker.clock.currentSchoolYear().map { visit.year < $0 } ?? false
        return found.filter { listed in
            (query.includesLeavers || !listed.hasLeft || isOver || query.search != nil)
                && (query.yearGroup == nil || listed.place?.yearGroup == query.yearGroup)
                && (query.className == nil || listed.place?.className == query.className)
        }
    }

    func pupilPage(_ id: Int64, _ visit: Visit) async throws -> Response {
        let (stored, places) = try await tracker.pupil(id, in: visit.school, as: visit.caller)
        let results = try await tracker.results(of: id, school: visit.school, as: visit.caller)
        let place = places.first { $0.year == visit.year }
        memory.recent.note(Breadcrumb(stored.pupil.displayName, visit.route), session: visit.csrf)
        return try await show(
            PupilModel(
                place: visit.place, id: id, number: 1, name: stored.pupil.displayName,
                standing: place.map { place in
                    [place.yearGroup.title, place.className].compactMap(\.self).joined(separator: ", ")
                }, facts: PupilFacts(pupil: stored.pupil).all,
                results: results.map { PupilResults($0.assessment, year: $0.year, row: $0.row) },
                canEdit: isAllowed(.editPupils, visit)), visit)
    }

    // MARK: The form

    func newPupilPage(_ visit: Visit) async throws -> Response {
        try requireEditing(visit)
        return try await show(
            PupilFormModel(place: visit.place, classes: try await classes(visit)), visit)
    }

    func addPupil(_ visit: Visit) async throws -> Response {
        let form = PupilForm(try await fields(visit.signedIn).dictionary)
        do {
            let pupil = try await tracker.addPupil(form, school: visit.school, year: visit.year, as: visit.caller)
            return redirect(
                to: visit.place.route(.pupil(pupil.id)), visit.signedIn,
                notice: Notice("\(pupil.displayName) was added."))
        } catch let error as TrackerError {
            guard let errors = error.fieldErrors() else { throw error }
            return try await show(
                PupilFormModel(
                    place: visit.place, values: values(form), classes: try await classes(visit), errors: errors), visit,
                status: error.status)
        }
    }

    func editPupilPage(_ id: Int64, _ visit: Visit) async throws -> Response {
        try requireEditing(visit)
        let (stored, places) = try await tracker.pupil(id, in: visit.school, as: visit.caller)
        let form = PupilForm(stored.pupil, place: places.first { $0.year == visit.year })
        return try await show(
            PupilFormModel(
                place: visit.place, pupilID: id, revision: stored.revision, name: stored.pupil.displayName,
                values: values(form), classes: try await classes(visit)), visit)
    }

    func changePupil(_ id: Int64, _ visit: Visit) async throws -> Response {
        let fields = try await fields(visit.signedIn)
        let form = PupilForm(fields.dictionary)
        let before = try await tracker.pupil(id, in: visit.school, as: visit.caller)
        do {
            try await tracker.update(
                pupil: id, form, revision: Int64(fields["revision"]), school: visit.school, year: visit.year,
                as: visit.caller)
        } catch let error as TrackerError {
            guard let errors = error.fieldErrors() else { throw error }
            return try await show(
                PupilFormModel(
                    place: visit.place, pupilID: id, revision: Int64(fields["revision"]),
                    name: before.stored.pupil.displayName, values: values(form), classes: try await classes(visit),
                    errors: errors), visit, status: error.status)
        } catch StorageError.pupilConflict(let current) {
            // What was typed stays in the form; sent again, it goes over the newer details knowingly.
            let message = StorageError.pupilConflict(current: current).message
            return try await show(
                PupilFormModel(
                    place: visit.place, pupilID: id, revision: current.revision, name: current.pupil.displayName,
                    values: values(form), classes: try await classes(visit),
                    errors: [FieldError(field: nil, message: message)]), visit, status: .conflict)
        }
        let after = try await tracker.pupil(id, in: visit.school, as: visit.caller)
        var old = PupilForm(before.stored.pupil, place: before.places.first { $0.year == visit.year }).fields
        old["revision"] = String(after.stored.revision)
        return redirect(
            to: visit.place.route(.pupil(id)), visit.signedIn,
            notice: Notice(
                "The facts about \(after.stored.pupil.displayName) were saved.",
                undo: .init(route: visit.place.route(.editPupil(id)), fields: old)))
    }

    /// A form that would be refused when it is sent is not offered.
    private func requireEditing(_ visit: Visit) throws {
        try tracker.require(.editPupils, visit.caller, in: visit.school)
    }

    private func values(_ form: PupilForm) -> [PupilField: String] {
        var values: [PupilField: String] = [:]
        for field in PupilField.allCases { values[field] = form.fields[field.rawValue] }
        return values
    }

    private func classes(_ visit: Visit) async throws -> [String] {
        let pupils = try await tracker.pupils(of: visit.school, year: visit.year, as: visit.caller)
        return Set(pupils.compactMap { $0.place?.className }).sorted()
    }
}
