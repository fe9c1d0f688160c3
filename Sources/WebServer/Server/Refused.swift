import HTTPTypes

/// A refusal that only the web knows: a missing token, a body of the wrong form.
struct Refused: Error {
    let status: HTTPResponse.Status
    let message: String

    init(_ status: HTTPResponse.Status, _ message: String) {
        self.status = status
        self.message = message
    }
}
