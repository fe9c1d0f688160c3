/// One form field that must be corrected.
public struct FieldProblem: Sendable, Hashable {
    /// The field's name in the form.
    public let field: String
    /// "Enter ...", "... must be ...".
    public let message: String

    public init(_ field: String, _ message: String) {
        self.field = field
        self.message = message
    }
}
