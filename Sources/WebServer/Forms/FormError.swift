/// Why the body of a request can't be read as a form.
enum FormError: Error, Hashable {
    case tooLarge(limit: Int)
    case notAForm
    case malformed(String)

    var message: String {
        switch self {
        case .tooLarge(let limit):
            "What was sent is too large. It must be \(limit >= 1 << 20 ? "\(limit >> 20) MB" : "\(limit >> 10) kB") or less."
        case .notAForm: "What was sent is not a form. Go back and try again."
        case .malformed(let why): "What was sent can’t be read: \(why). Go back and try again."
        }
    }
}
