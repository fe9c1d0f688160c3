import Assessment
public import Storage

extension Tracker {
    /// What a one-time link is for.
    public enum LinkPurpose: String, Sendable {
        /// Sets a new user's, or a forgetful one's, password.
        case password
        /// Makes the first school and its owner.
        case setUp = "set-up"
    }

    /// How long a link works: a week.
    static let linkTime = 7.0 * 86_400

    /// A link token that lets a user choose a password; former ones stop working.
    func makePasswordLink(_ session: any SQLSession, user: Int64) throws -> String {
        let token = Token()
        let store = OneTimeLinkStore(session)
        try store.deleteUnused(user: user, purpose: LinkPurpose.password.rawValue)
        try store.insert(
            OneTimeLink(
                tokenHash: Token.hash(token.text), userID: user, purpose: LinkPurpose.password.rawValue, detail: "",
                expiresAt: clock.timestamp(after: Self.linkTime)))
        return token.text
    }

    /// A token with which the first school and its owner can be set up; nil when there is a user already.
    public func makeSetUpLink() async throws -> String? {
        let token = Token()
        let expires = clock.timestamp(after: Self.linkTime)
        return try await database.write { session in
            guard try UserStore(session).all().isEmpty else { return nil }
            try OneTimeLinkStore(session).insert(
                OneTimeLink(
                    tokenHash: Token.hash(token.text), userID: nil, purpose: LinkPurpose.setUp.rawValue, detail: "",
                    expiresAt: expires))
            return token.text
        }
    }

    /// Looks whether a link sets the first school up, before anybody fills its form in.
    ///
    /// - Throws: ``TrackerError/link(_:)``.
    public func checkSetUp(link token: String) async throws {
        let hash = Token.hash(token)
        let now = clock.timestamp()
        let works = try await database.read { session in
            try OneTimeLinkStore(session).find(tokenHash: hash, purpose: LinkPurpose.setUp.rawValue, now: now) != nil
                && UserStore(session).all().isEmpty
        }
        guard works else { throw TrackerError.link(.unknown) }
    }

    /// Whose password a link sets.
    ///
    /// - Throws: ``TrackerError/link(_:)``.
    public func user(ofLink token: String) async throws -> UserAccount {
        let hash = Token.hash(token)
        let now = clock.timestamp()
        let user = try await database.read { session in
            try OneTimeLinkStore(session).find(tokenHash: hash, purpose: LinkPurpose.password.rawValue, now: now)
                .flatMap { try $0.userID.flatMap { try UserStore(session).find(id: $0) } }
        }
        guard let user, !user.isDisabled else { throw TrackerError.link(.unknown) }
        return user
    }

    /// Sets a password by a link, uses the link up, signs the user out everywhere else and in here.
    ///
    /// - Throws: ``TrackerError/fields(_:)`` for a weak password, ``TrackerError/link(_:)``.
    public func setPassword(link token: String, password: String, again: String) async throws
        -> (token: String, signedIn: SignedIn)
    {
        try Self.checkPassword(password, again: again)
        let hash = try await passwordGate.run { try PasswordHash.make(password) }
        let linkHash = Token.hash(token)
        let now = clock.timestamp()
        let user = try await database.write { session in
            guard
                let link = try OneTimeLinkStore(session).use(
                    tokenHash: linkHash, purpose: LinkPurpose.password.rawValue, now: now),
                let id = link.userID, let user = try UserStore(session).find(id: id), !user.isDisabled
            else { throw TrackerError.link(.unknown) }
            try UserStore(session).setPasswordHash(hash, user: id)
            try SessionStore(session).deleteAll(user: id)
            session.noteChange(schoolID: Self.accounts)
            return user
        }
        return try await startSession(user)
    }

    /// Makes the first school and its owner by the link that set-up printed, and signs the owner in.
    public func setUp(link token: String, _ form: SetUpForm) async throws
        -> (token: String, signedIn: SignedIn, school: School)
    {
        let (school, email) = try checked(form)
        let hash = try await passwordGate.run { try PasswordHash.make(form.password) }
        let linkHash = Token.hash(token)
        let now = clock.timestamp()
        let user = UserAccount(
            id: ids.next(), email: email, name: trimBlanks(form.ownerName), passwordHash: hash, createdAt: now)
        try await database.write { session in
            guard
                try OneTimeLinkStore(session).use(
                    tokenHash: linkHash, purpose: LinkPurpose.setUp.rawValue, now: now) != nil,
                try UserStore(session).all().isEmpty
            else { throw TrackerError.link(.unknown) }
            if try SchoolStore(session).find(dfe: school.dfe) == nil { try Self.insert(school, session) }
            let stored = try SchoolStore(session).find(dfe: school.dfe) ?? school
            try UserStore(session).insert(user)
            try UserStore(session).setMembership(
                Membership(userID: user.id, scope: .school(stored.id), role: Role.accountOwner.rawValue))
        }
        let (sessionToken, signedIn) = try await startSession(user)
        return (sessionToken, signedIn, school)
    }

    private func checked(_ form: SetUpForm) throws(TrackerError) -> (School, String) {
        var problems: [FieldProblem] = []
        var number: DfENumber?
        do throws(IdentifierError) { number = try DfENumber(form.dfe) } catch {
            problems.append(FieldProblem("dfe", error.message))
        }
        var urn: URN?
        if let text = Self.optional(form.urn) {
            do throws(IdentifierError) { urn = try URN(text) } catch {
                problems.append(FieldProblem("urn", error.message))
            }
        }
        if Self.optional(form.schoolName) == nil {
            problems.append(FieldProblem("schoolName", "Enter the school’s name."))
        }
        if Self.optional(form.ownerName) == nil { problems.append(FieldProblem("ownerName", "Enter your name.")) }
        let email = trimBlanks(form.email).lowercased()
        if !Self.looksLikeEmail(email) {
            problems.append(FieldProblem("email", "Enter an e-mail address like head@school.example."))
        }
        problems += Self.passwordProblems(form.password, again: form.passwordAgain)
        guard problems.isEmpty, let number else { throw .fields(problems) }
        return (School(id: ids.next(), dfe: number, urn: urn, name: trimBlanks(form.schoolName)), email)
    }

    static func checkPassword(_ password: String, again: String) throws(TrackerError) {
        let problems = passwordProblems(password, again: again)
        if !problems.isEmpty { throw .fields(problems) }
    }

    /// Length is what counts. Source: National Cyber Security Centre, password guidance.
    private static func passwordProblems(_ password: String, again: String) -> [FieldProblem] {
        if password.count < 10 {
            return [
                FieldProblem("password", "The password must be 10 characters or more. Three words make a good one.")
            ]
        }
        if password.utf8.count > 1000 {
            return [FieldProblem("password", "The password must be 1,000 characters or fewer.")]
        }
        if password != again { return [FieldProblem("passwordAgain", "The two passwords must be the same.")] }
        return []
    }

    static func looksLikeEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !text.contains(where: \.isWhitespace)
            && text.count <= 254
    }
}
