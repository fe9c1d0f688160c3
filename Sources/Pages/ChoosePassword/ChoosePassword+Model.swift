/// Choosing a password by a one-time link.
///
/// The form is sent to the link's own address with `password`, `again` and `_csrf`.
public struct ChoosePasswordModel: Page {
    public var token: String
    public var email: String
    /// The fewest characters a password must have.
    public var minimumLength: Int
    public var errors: [FieldError]

    public init(token: String, email: String, minimumLength: Int, errors: [FieldError] = []) {
        self.token = token
        self.email = email
        self.minimumLength = minimumLength
        self.errors = errors
    }
}
