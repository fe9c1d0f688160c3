import Assessment
import Pages
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
}
