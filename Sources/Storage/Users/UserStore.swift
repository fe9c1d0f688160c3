/// The people who may sign in, and their roles. Every change raises the installation's version.
public struct UserStore {
    private let session: any SQLSession

    public init(_ session: any SQLSession) { self.session = session }

    /// Adds a user under the id they carry.
    ///
    /// - Throws: ``StorageError/duplicate(constraint:)`` when the email address is another user's.
    public func insert(_ user: UserAccount) throws {
        try session.execute(
            """
            INSERT INTO user_account (user_id, email, name, password_hash, created_at, is_disabled)
            VALUES ($1, $2, $3, $4, $5, $6)
            """,
            [
                .int(user.id), .text(user.email.lowercased()), .text(user.name), SQLValue(user.passwordHash),
                .text(user.createdAt), SQLValue(user.isDisabled),
            ])
        session.noteChange(schoolID: 0)
    }

    /// Replaces a user's address, name, password hash and whether they are disabled.
    ///
    /// - Throws: ``StorageError/duplicate(constraint:)`` when the email address is another user's.
    public func update(_ user: UserAccount) throws {
        try session.execute(
            "UPDATE user_account SET email = $1, name = $2, password_hash = $3, is_disabled = $4 WHERE user_id = $5",
            [
                .text(user.email.lowercased()), .text(user.name), SQLValue(user.passwordHash),
                SQLValue(user.isDisabled), .int(user.id),
            ])
        session.noteChange(schoolID: 0)
    }

    public func setPasswordHash(_ hash: String?, user: Int64) throws {
        try session.execute(
            "UPDATE user_account SET password_hash = $1 WHERE user_id = $2", [SQLValue(hash), .int(user)])
        session.noteChange(schoolID: 0)
    }

    /// Every user, by email address.
    public func all() throws -> [UserAccount] { try users(where: "TRUE ORDER BY email", []) }

    public func find(id: Int64) throws -> UserAccount? { try users(where: "user_id = $1", [.int(id)]).first }

    /// The user with this address, in upper or lower case.
    public func find(email: String) throws -> UserAccount? {
        try users(where: "email = $1", [.text(email.lowercased())]).first
    }

    public func memberships(user: Int64) throws -> [Membership] {
        try memberships(where: "user_id = $1", [.int(user)])
    }

    /// The roles that are held in exactly this school or trust.
    public func members(of scope: MembershipScope) throws -> [Membership] {
        try memberships(where: "scope = $1 AND scope_key = $2", [.text(scope.name), .text(scope.key)])
    }

    /// Gives a user a role, in place of the one they had there.
    public func setMembership(_ membership: Membership) throws {
        try session.execute(
            """
            INSERT INTO membership (user_id, scope, scope_key, role, classes) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (user_id, scope, scope_key) DO UPDATE SET role = excluded.role, classes = excluded.classes
            """,
            [
                .int(membership.userID), .text(membership.scope.name), .text(membership.scope.key),
                .text(membership.role), SQLValue(membership.classes?.joined(separator: "\n")),
            ])
        session.noteChange(schoolID: 0)
    }

    public func removeMembership(user: Int64, scope: MembershipScope) throws {
        try session.execute(
            "DELETE FROM membership WHERE user_id = $1 AND scope = $2 AND scope_key = $3",
            [.int(user), .text(scope.name), .text(scope.key)])
        session.noteChange(schoolID: 0)
    }

    private func users(where condition: String, _ arguments: [SQLValue]) throws -> [UserAccount] {
        try session.execute(
            """
            SELECT user_id, email, name, password_hash, created_at, is_disabled FROM user_account WHERE \(condition)
            """, arguments
        ).map { row in
            UserAccount(
                id: try row.int(0), email: try row.text(1), name: try row.text(2),
                passwordHash: try row.optionalText(3), createdAt: try row.text(4), isDisabled: try row.bool(5))
        }
    }

    private func memberships(where condition: String, _ arguments: [SQLValue]) throws -> [Membership] {
        try session.execute(
            """
            SELECT user_id, scope, scope_key, role, classes FROM membership WHERE \(condition)
            ORDER BY user_id, scope, scope_key
            """, arguments
        ).map { row in
            Membership(
                userID: try row.int(0), scope: try MembershipScope(name: row.text(1), key: row.text(2)),
                role: try row.text(3), classes: try row.optionalText(4)?.split(separator: "\n").map(String.init))
        }
    }
}
