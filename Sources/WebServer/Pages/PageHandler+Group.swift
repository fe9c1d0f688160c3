import Assessment
import Hummingbird
import Pages
import Reports
import Storage
import Tracker

extension PageHandler {
    /// The group of an address; all pupils where it says nothing.
    ///
    /// - Throws: ``PageRefusal/noSuchPage`` for one that does not exist.
    func group(_ text: String?) throws -> GroupSelection {
        guard let text else { return .all }
        guard let group = GroupSelection(inAddress: text) else { throw PageRefusal.noSuchPage }
        return group
    }

    /// Keeps the chosen group while a person moves between reports: an address that names one is remembered; one that says
    /// nothing leads to the same page with the group looked at last.
    ///
    /// - Parameter page: the report of an address.
    /// - Returns: where to go instead; nil to show the page.
    func groupToGoTo<Query: GroupedQuery>(_ query: Query, _ visit: Visit, page: (Query) -> SchoolPage) async throws
        -> Response?
    {
        guard let user = visit.caller.userID else { return nil }
        let key = "group:\(visit.school.dfe.compact)"
        var last = memory.lastGroups.choice(user: user, school: visit.school.id)
        if last == nil {
            last = try await tracker.preference(key, of: visit.caller) ?? GroupSelection.all.id
            memory.lastGroups.keep(last ?? GroupSelection.all.id, user: user, school: visit.school.id)
        }
        guard let asked = query.group else {
            guard let last, last != GroupSelection.all.id, GroupSelection(id: last) != nil else { return nil }
            return .seeOther(visit.place.link(page(query.of(group: last))))
        }
        let group = try group(asked).id
        if group != last {
            try await tracker.setPreference(key, to: group, of: visit.caller)
            memory.lastGroups.keep(group, user: user, school: visit.school.id)
        }
        return nil
    }
}
