import Assessment
import Pages
import Reports
import Storage
import Tracker

/// One request for a page of a school: who asks, of which school and year, for what.
struct Visit {
    let signedIn: SignedIn
    let school: School
    /// Of the visitor in this school.
    let role: Role
    let place: SchoolPlace
    let page: SchoolPage

    var caller: Caller { signedIn.caller }
    var year: SchoolYear { place.year }
    var route: Route { place.route(page) }
    /// A secret of the session: the token of its forms, and the name of what is kept for it in memory.
    var csrf: String { signedIn.csrf }

    /// What a report of a group is called as a file: `8209991-eyfsp-2026-girls.csv`.
    func fileName(_ report: String, of group: GroupSelection, _ format: SpreadsheetFormat) -> String {
        let group = group == .all ? "" : "-\(group.id)"
        return "\(school.dfe.compact)-\(report)-\(year)\(group).\(format.rawValue)"
    }
}
