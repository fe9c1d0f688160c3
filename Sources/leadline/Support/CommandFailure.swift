/// Why a command failed, where no use case says it.
struct CommandFailure: Error {
    let message: String

    init(_ message: String) { self.message = message }
}
