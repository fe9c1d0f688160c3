/// What the set-up page asks for, as typed.
public struct SetUpForm: Sendable {
    public var schoolName: String
    public var dfe: String
    public var urn: String
    public var ownerName: String
    public var email: String
    public var password: String
    public var passwordAgain: String

    public init(
        schoolName: String, dfe: String, urn: String, ownerName: String, email: String, password: String,
        passwordAgain: String
    ) {
        self.schoolName = schoolName
        self.dfe = dfe
        self.urn = urn
        self.ownerName = ownerName
        self.email = email
        self.password = password
        self.passwordAgain = passwordAgain
    }
}
