import Pages
import Synchronization

/// The pages that each session opened a moment ago, for the rail.
final class RecentPages: Sendable {
    private let pages = Mutex<[String: [Breadcrumb]]>([:])

    /// How many are offered.
    private static let most = 4

    /// Puts a page first.
    ///
    /// - Parameter session: a secret of the session.
    func note(_ page: Breadcrumb, session: String) {
        pages.withLock { pages in
            if pages[session]?.first == page { return }
            if pages.count >= 10_000 { pages.removeAll() }
            pages[session, default: []].removeAll { $0.title == page.title }
            pages[session, default: []].insert(page, at: 0)
            if pages[session, default: []].count > Self.most + 1 { pages[session]?.removeLast() }
        }
    }

    /// The pages of a session in one school, without the one that is shown now.
    func pages(session: String, place: SchoolPlace, without route: Route) -> [Breadcrumb] {
        let all = pages.withLock { $0[session] } ?? []
        return Array(
            all.filter { page in
                guard page.route != route, case .school(let school, _, _) = page.route else { return false }
                return school == place.school
            }.prefix(Self.most))
    }

    /// Forgets a session that ended.
    func forget(session: String) {
        pages.withLock { $0[session] = nil }
    }
}
