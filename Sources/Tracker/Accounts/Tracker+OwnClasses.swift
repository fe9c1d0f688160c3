import Assessment
import Storage

extension Tracker {
    /// The classes of a Partial Edit user as the school writes them.
    ///
    /// A class must be one of the current school year or a later one; where the school has none yet, one of its newest year. What the
    /// user has already may stay, so that a change can be taken back. A school without any class can't be checked against.
    ///
    /// - Returns: nothing for other roles, which are limited to no class.
    /// - Throws: ``TrackerError/fields(_:)`` naming the classes there are.
    func checkedClasses(
        _ classes: [String], _ role: Role, _ user: Int64, _ school: School, _ session: any SQLSession
    ) throws -> [String] {
        guard role == .partialEdit else { return [] }
        let store = CohortStore(session)
        let years = try store.years(school: school.id)
        let current = clock.currentSchoolYear()
        var known: [String] = []
        for year in years where current.map({ year >= $0 }) ?? true {
            known += try store.classes(school: school.id, year: year)
        }
        if known.isEmpty, let newest = years.max() { known = try store.classes(school: school.id, year: newest) }
        guard !known.isEmpty else { return classes }
        let before = try UserStore(session).members(of: .school(school.id)).first { $0.userID == user }?.classes ?? []
        var checked: [String] = []
        for name in classes {
            let folded = name.lowercased()
            guard let found = (known + before).first(where: { $0.lowercased() == folded }) else {
                throw TrackerError.fields([
                    FieldProblem(
                        "classes",
                        "There is no class “\(name.prefix(40))” at the school. Enter one or more of \(Set(known).sorted().joined(separator: ", "))."
                    )
                ])
            }
            if !checked.contains(found) { checked.append(found) }
        }
        return checked
    }
}
