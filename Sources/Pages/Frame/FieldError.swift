/// What is wrong with one field of a form, said at the field and in the summary at the top, which links to it.
public struct FieldError: Hashable, Sendable {
    /// The `name` of the field; nil when the fault is not one field's.
    public var field: String?
    /// What is wrong and what to enter, in one sentence.
    public var message: String

    public init(field: String?, message: String) {
        self.field = field
        self.message = message
    }
}
