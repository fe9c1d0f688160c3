/// Failed attempts to sign in, counted to slow down guessing.
public struct SignInFailureStore {
    private let session: any SQLSession

    public init(_ session: any SQLSession) { self.session = session }

    public func record(email: String, at time: String) throws {
        try session.execute(
            "INSERT INTO sign_in_failure (failure_id, email, at) VALUES ($1, $2, $3)",
            [.int(session.nextID()), .text(email.lowercased()), .text(time)])
    }

    /// The failures for an address since a time, that moment included.
    public func count(email: String, since time: String) throws -> Int {
        Int(
            try session.first(
                "SELECT count(*) FROM sign_in_failure WHERE email = $1 AND at >= $2",
                [.text(email.lowercased()), .text(time)])?.int(0) ?? 0)
    }

    /// Forgets the failures for an address, after a successful sign-in.
    public func clear(email: String) throws {
        try session.execute("DELETE FROM sign_in_failure WHERE email = $1", [.text(email.lowercased())])
    }

    /// Forgets what is older than a time.
    public func deleteAll(before time: String) throws {
        try session.execute("DELETE FROM sign_in_failure WHERE at < $1", [.text(time)])
    }
}
