import Assessment
public import Storage

extension Tracker {
    /// The users of a school, by name.
    public func users(of school: School, as caller: Caller) async throws -> [SchoolUser] {
        try require(.manageUsers, caller, in: school)
        return try await database.read { session in
            let store = UserStore(session)
            var members = try store.members(of: .school(school.id))
            if let trust = school.trust { members += try store.members(of: .trust(trust)) }
            var users: [SchoolUser] = []
            for member in members {
                guard let user = try store.find(id: member.userID), let role = Role(rawValue: member.role) else {
                    continue
                }
                var isByTrust = false
                if case .trust = member.scope { isByTrust = true }
                users.append(
                    SchoolUser(
                        id: user.id, email: user.email, name: user.name, role: role, classes: member.classes ?? [],
                        isDisabled: user.isDisabled, hasPassword: user.passwordHash != nil, isByTrust: isByTrust))
            }
            return users.sorted { ($0.name, $0.email) < ($1.name, $1.email) }
        }
    }

    /// Gives a person a role in a school (or, by the operator, in a trust); makes the user when there is none.
    ///
    /// - Parameter password: sets it at once; nil makes a one-time link for a user who has none.
    /// - Parameter classes: those of which a Partial Edit user enters judgements, in letters of either case.
    /// - Returns: the link's token; nil when the user has a password.
    /// - Throws: ``TrackerError/roleNotGrantable(_:by:)``, ``TrackerError/fields(_:)``.
    public func addUser(
        email: String, name: String?, role: Role, school: School, classes: [String] = [], password: String? = nil,
        forTrust trust: String? = nil, as caller: Caller
    ) async throws -> (user: Int64, link: String?) {
        try requireGranting(role, in: school, as: caller)
        // A role for every school of a trust can't be given by somebody of one school.
        if trust != nil, !caller.isOperator {
            throw TrackerError.roleNotGrantable(role, by: self.role(of: caller, in: school))
        }
        let address = trimBlanks(email).lowercased()
        guard Self.looksLikeEmail(address) else {
            throw TrackerError.fields([FieldProblem("email", "Enter an e-mail address like name@school.example.")])
        }
        if let password { try Self.checkPassword(password, again: password) }
        let hash: String? =
            if let password { try await passwordGate.run { try PasswordHash.make(password) } } else { nil }
        let shownName = Self.optional(name) ?? address.split(separator: "@").first.map(String.init) ?? address
        let now = clock.timestamp()
        let id = ids.next()
        let callerRole = self.role(of: caller, in: school)
        return try await database.write { [self] session in
            let store = UserStore(session)
            var user = try store.find(email: address)
            if user == nil {
                let new = UserAccount(id: id, email: address, name: shownName, passwordHash: hash, createdAt: now)
                try store.insert(new)
                user = new
            } else if let hash, let known = user {
                // Whoever adds a user of another school must not be able to set that user's password.
                guard caller.isOperator else {
                    throw TrackerError.fields([
                        FieldProblem("password", "\(known.email) has an account already and keeps its password.")
                    ])
                }
                try store.setPasswordHash(hash, user: known.id)
            }
            guard let user else { throw TrackerError.unknownUser(address) }
            let scope: MembershipScope = if let trust { .trust(trust) } else { .school(school.id) }
            if let before = try store.members(of: scope).first(where: { $0.userID == user.id }),
                let current = Role(rawValue: before.role)
            {
                guard (callerRole ?? .anonymised).grantable.contains(current) else {
                    throw TrackerError.roleNotGrantable(current, by: callerRole)
                }
                if current == .accountOwner, role != .accountOwner {
                    try Self.keepAnOwner(session, school, without: user.id)
                }
            }
            // A role of a whole trust is for schools with classes of their own.
            let own = trust == nil ? try checkedClasses(classes, role, user.id, school, session) : classes
            try store.setMembership(
                Membership(userID: user.id, scope: scope, role: role.rawValue, classes: own.isEmpty ? nil : own))
            let link = user.passwordHash == nil && hash == nil ? try makePasswordLink(session, user: user.id) : nil
            return (user.id, link)
        }
    }

    /// Changes the role of a user of the school.
    ///
    /// - Throws: as ``addUser(email:name:role:school:classes:password:forTrust:as:)``.
    public func setRole(_ role: Role, of user: Int64, school: School, classes: [String] = [], as caller: Caller)
        async throws
    {
        try requireGranting(role, in: school, as: caller)
        try await changeMember(user, school, caller) { [self] session, member, current in
            if current == .accountOwner, role != .accountOwner { try Self.keepAnOwner(session, school, without: user) }
            let own = try checkedClasses(classes, role, user, school, session)
            try UserStore(session).setMembership(
                Membership(userID: user, scope: member.scope, role: role.rawValue, classes: own.isEmpty ? nil : own))
        }
    }

    /// Takes a user's role in the school away; the account stays, without a role here.
    public func removeUser(_ user: Int64, school: School, as caller: Caller) async throws {
        try require(.manageUsers, caller, in: school)
        try await changeMember(user, school, caller) { session, member, current in
            if current == .accountOwner { try Self.keepAnOwner(session, school, without: user) }
            try UserStore(session).removeMembership(user: user, scope: member.scope)
        }
    }

    /// Keeps a user from signing in, or lets them again.
    ///
    /// - Throws: ``TrackerError/fields(_:)`` for a person who has roles in other schools too: their account is not this
    ///   school's to close.
    public func setDisabled(_ isDisabled: Bool, user: Int64, school: School, as caller: Caller) async throws {
        try require(.manageUsers, caller, in: school)
        try await changeMember(user, school, caller) { session, _, current in
            let store = UserStore(session)
            let others = try store.memberships(user: user).filter { $0.scope != .school(school.id) }
            guard caller.isOperator || others.isEmpty else {
                throw TrackerError.fields([
                    FieldProblem("user", "This person has roles in other schools too. Take away the role here instead.")
                ])
            }
            guard var account = try store.find(id: user) else { throw TrackerError.unknownUser("\(user)") }
            if isDisabled, current == .accountOwner { try Self.keepAnOwner(session, school, without: user) }
            account.isDisabled = isDisabled
            try store.update(account)
            if isDisabled { try SessionStore(session).deleteAll(user: user) }
        }
    }

    /// A new one-time link for a user who lost the password or the first link.
    public func newLink(for user: Int64, school: School, as caller: Caller) async throws -> String {
        try require(.manageUsers, caller, in: school)
        var link = ""
        link = try await changeMember(user, school, caller) { [self] session, _, _ in
            // A link sets a password, so only who alone manages the account may hand it out.
            let others = try UserStore(session).memberships(user: user).filter { $0.scope != .school(school.id) }
            guard caller.isOperator || others.isEmpty else {
                throw TrackerError.fields([
                    FieldProblem(
                        "user", "This person has roles in other schools too. Ask whoever runs this server for a link.")
                ])
            }
            return try makePasswordLink(session, user: user)
        }
        return link
    }

    private func requireGranting(_ role: Role, in school: School, as caller: Caller) throws(TrackerError) {
        try require(.manageUsers, caller, in: school)
        let own = self.role(of: caller, in: school)
        guard let own, own.grantable.contains(role) else { throw .roleNotGrantable(role, by: own) }
    }

    @discardableResult
    private func changeMember<Result: Sendable>(
        _ user: Int64, _ school: School, _ caller: Caller,
        _ change: @escaping @Sendable (any SQLSession, Membership, Role) throws -> Result
    ) async throws -> Result {
        let own = role(of: caller, in: school)
        return try await database.write { session in
            guard
                let member = try UserStore(session).members(of: .school(school.id)).first(where: { $0.userID == user }),
                let current = Role(rawValue: member.role)
            else { throw TrackerError.unknownUser("\(user)") }
            guard let own, own.grantable.contains(current) else {
                throw TrackerError.roleNotGrantable(current, by: own)
            }
            let result = try change(session, member, current)
            session.noteChange(schoolID: Self.accounts)
            return result
        }
    }

    /// A school must keep somebody who can manage it.
    private static func keepAnOwner(_ session: any SQLSession, _ school: School, without user: Int64) throws {
        let owners = try UserStore(session).members(of: .school(school.id)).filter {
            $0.role == Role.accountOwner.rawValue && $0.userID != user
        }
        let active = try owners.contains { try UserStore(session).find(id: $0.userID)?.isDisabled == false }
        guard active else {
            throw TrackerError.fields([
                FieldProblem(
                    "role", "The school must keep an Account Owner. Hand the account on to somebody else first.")
            ])
        }
    }

    /// What a user's pages remember, such as the year last opened; nil when nothing is.
    public func preference(_ key: String, of caller: Caller) async throws -> String? {
        guard let user = caller.userID else { return nil }
        return try await database.read { try SettingStore($0).preference(user: user, key: key) }
    }

    /// Remembers a choice of a user.
    public func setPreference(_ key: String, to value: String, of caller: Caller) async throws {
        guard let user = caller.userID else { return }
        try await database.write { try SettingStore($0).setPreference(value, user: user, key: key) }
    }
}
