public import Storage

extension Tracker {
    /// The role a caller has in a school: its own, else the one for the school's trust; nil for none.
    public func role(of caller: Caller, in school: School) -> Role? {
        if caller.isOperator { return .accountOwner }
        if let role = caller.roles[.school(school.id)] { return role }
        return school.trust.flatMap { caller.roles[.trust($0)] }
    }

    /// Whether a caller may do something in a school.
    public func isAllowed(_ permission: Permission, _ caller: Caller, in school: School) -> Bool {
        role(of: caller, in: school)?.permissions.contains(permission) ?? false
    }

    /// Refuses a caller who may not do something in a school.
    ///
    /// - Throws: ``TrackerError/notAllowed(_:role:)``.
    public func require(_ permission: Permission, _ caller: Caller, in school: School) throws(TrackerError) {
        let role = role(of: caller, in: school)
        guard let role, role.permissions.contains(permission) else {
            throw .notAllowed(permission, role: role)
        }
    }

    /// Who made a change, for the ledger.
    func stamp(_ caller: Caller, in school: School, source: ResultSource, batch: Int64? = nil) -> ChangeStamp {
        ChangeStamp(
            author: Author(
                id: caller.userID, name: caller.name,
                role: caller.isOperator ? "operator" : role(of: caller, in: school)?.rawValue ?? "none",
                source: source),
            at: clock.timestamp(), batchID: batch)
    }
}
