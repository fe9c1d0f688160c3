/// The first start: one school and its Account Owner.
///
/// The form is sent to `/set-up` with the names of ``SetUpField``, `token` and `_csrf`.
public struct SetUpModel: Page {
    /// The token the server printed when it started, so that nobody else can take the program over.
    public var token: String
    /// What was typed before, kept; the password never is.
    public var values: [SetUpField: String]
    /// The fewest characters a password must have.
    public var minimumLength: Int
    public var errors: [FieldError]

    public init(
        token: String, values: [SetUpField: String] = [:], minimumLength: Int, errors: [FieldError] = []
    ) {
        self.token = token
        self.values = values
        self.minimumLength = minimumLength
        self.errors = errors
    }
}
