/// Who may sign in for a school, and as what.
///
/// Adding is sent to ``SchoolPage/users`` with `email`, `role` and `classes` (commas between them); a change of role to
/// ``SchoolPage/userRole(_:)`` with `role` and `classes`; disabling to ``SchoolPage/userAccess(_:)`` with `disabled` (`1`
/// or `0`); a new link to ``SchoolPage/userLink(_:)``; each with `_csrf`. The one-time link is shown once, as the frame's
/// notice with ``Notice/secret``.
public struct UsersModel: Page {
    public var place: SchoolPlace
    public var users: [UserRow]
    /// The roles the visitor may give; empty when they may not manage users.
    public var roles: [RoleChoice]
    /// What was typed, kept.
    public var email: String
    public var role: String
    public var classes: String
    public var errors: [FieldError]

    public init(
        place: SchoolPlace, users: [UserRow], roles: [RoleChoice], email: String = "", role: String = "",
        classes: String = "", errors: [FieldError] = []
    ) {
        self.place = place
        self.users = users
        self.roles = roles
        self.email = email
        self.role = role
        self.classes = classes
        self.errors = errors
    }
}
