import Assessment
import Hummingbird
import Pages
import Reports
import Storage
import Tracker

/// One pupil's results over time.
extension PageHandler {
    func pupilOverTimePage(_ id: Int64, _ visit: Visit) async throws -> Response {
        let flight = try await tracker.flight(
            of: String(id), school: visit.school, year: visit.year, as: visit.caller)
        memory.recent.note(Breadcrumb(flight.pupil.displayName, visit.route), session: visit.csrf)
        return try await show(PupilOverTimeModel(place: visit.place, flight: flight), visit)
    }

    func pupilOverTimeFile(_ id: Int64, _ format: SpreadsheetFormat, _ visit: Visit) async throws -> Response {
        .download(
            try await tracker.flightFile(
                of: String(id), as: format.table, school: visit.school, year: visit.year, for: visit.caller),
            type: format.table.contentType, fileName: visit.fileName("pupil-\(id)", of: .all, format))
    }
}
