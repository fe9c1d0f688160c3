public import Assessment

/// The address of every page and of every form. One list, used to route a request and to write a link, so that the two
/// cannot disagree.
///
/// A page is read with GET. A form is sent with POST, either to the page's own address or to one of the addresses that are
/// marked *form only* here.
public enum Route: Hashable, Sendable {
    /// `/`: leads to the sign-in page or to the school.
    case home
    /// `/sign-in`; `returnTo` is the address to go to afterwards.
    case signIn(returnTo: String? = nil)
    /// `/sign-out`, form only.
    case signOut
    /// `/set-up`: the first school and its owner; `token` is the one the server printed when it started.
    case setUp(token: String? = nil)
    /// `/link/{token}`: choosing a password by a one-time link.
    case choosePassword(token: String)
    /// `/schools`: choosing among the schools one may see.
    case chooseSchool
    /// `/help`
    case help
    /// `/assets/{name}?v=`; the version makes the address new when the file changes.
    case asset(name: String, version: String)
    /// `/schools/{DfE number}/{year}/...`
    case school(DfENumber, SchoolYear, SchoolPage)
}
