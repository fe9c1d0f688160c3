/// Why the body of a request can't be read as a form.
public enum FormError: Error, Hashable {
    /// Larger than `limit` bytes.
    case tooLarge(limit: Int)
    case notAForm
    case malformed(String)

    /// What to tell the person.
    public var message: String {
        switch self {
        case .tooLarge(let limit):
            "What was sent is too large. It must be \(limit >= 1 << 20 ? "\(limit >> 20) MB" : "\(limit >> 10) kB") or less."
        case .notAForm: "What was sent is not a form. Go back and try again."
        case .malformed(let why): "What was sent can’t be read: \(why). Go back and try again."
        }
    }
}
