/// Signing in with e-mail address and password.
///
/// The form is sent to `/sign-in` with `email`, `password`, `return` and `_csrf`.
public struct SignInModel: Page {
    /// What was typed before, kept.
    public var email: String
    /// The address to go to afterwards.
    public var returnTo: String?
    public var errors: [FieldError]

    public init(email: String = "", returnTo: String? = nil, errors: [FieldError] = []) {
        self.email = email
        self.returnTo = returnTo
        self.errors = errors
    }
}
