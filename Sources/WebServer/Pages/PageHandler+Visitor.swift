import Assessment
import HTTPTypes
import Hummingbird
import Pages
import Storage
import Tracker

extension PageHandler {
    /// Who is signed in.
    ///
    /// - Throws: ``TrackerError/notSignedIn``.
    func signedIn() async throws -> SignedIn {
        guard let token = cookie.token(in: request), let signedIn = try await tracker.signedIn(token: token) else {
            throw TrackerError.notSignedIn
        }
        return signedIn
    }

    /// Who is signed in and which school it is about.
    ///
    /// - Throws: ``TrackerError/notSignedIn``, ``TrackerError/unknownSchool(_:)`` also for a school in which the visitor
    ///   has no role.
    func visit(_ number: DfENumber, _ year: SchoolYear, _ page: SchoolPage) async throws -> Visit {
        let signedIn = try await signedIn()
        let school = try await tracker.school(number, for: signedIn.caller)
        guard let role = tracker.role(of: signedIn.caller, in: school) else {
            throw TrackerError.unknownSchool(number.description)
        }
        return Visit(
            signedIn: signedIn, school: school, role: role, place: SchoolPlace(school: school.dfe, year: year),
            page: page)
    }

    /// The fields of a form that a signed-in person sent.
    ///
    /// - Throws: ``PageRefusal/otherSite``, ``PageRefusal/staleForm``, ``FormError``.
    func fields(_ signedIn: SignedIn) async throws -> FormFields {
        guard SameOrigin.allows(request) else { throw PageRefusal.otherSite }
        let fields = try await FormFields.read(request)
        try checkToken(fields, signedIn)
        return fields
    }

    /// The fields of a form that comes before sign-in: there is no token yet.
    func fieldsBeforeSignIn() async throws -> FormFields {
        guard SameOrigin.allows(request) else { throw PageRefusal.otherSite }
        return try await FormFields.read(request)
    }

    func checkToken(_ fields: FormFields, _ signedIn: SignedIn) throws(PageRefusal) {
        guard SameOrigin.isEqual(fields["_csrf"], signedIn.csrf) else { throw .staleForm }
    }

    func isAllowed(_ permission: Permission, _ visit: Visit) -> Bool {
        tracker.isAllowed(permission, visit.caller, in: visit.school)
    }

    private func yearKey(_ school: School) -> String { "year:\(school.dfe.compact)" }

    /// The year a school opens with: the one last looked at, else the latest with pupils.
    func openingYear(of school: School, for caller: Caller) async throws -> SchoolYear {
        if let user = caller.userID, let known = memory.lastYears.choice(user: user, school: school.id) { return known }
        if let kept = try await tracker.preference(yearKey(school), of: caller),
            let year = Int(kept).flatMap(SchoolYear.init(endYear:))
        {
            return year
        }
        return try await tracker.defaultYear(of: school)
    }

    /// Remembers the year that a person has switched to; writes only when it changes.
    func rememberYear(_ visit: Visit) async throws {
        guard let user = visit.caller.userID else { return }
        guard memory.lastYears.choice(user: user, school: visit.school.id) != visit.year else { return }
        // A year without pupils is a slip of the address, and the one the school opens with anyway needs no writing.
        guard try await offeredYears(visit).contains(visit.year) else { return }
        let opening = try await openingYear(of: visit.school, for: visit.caller)
        if opening != visit.year {
            try await tracker.setPreference(yearKey(visit.school), to: String(visit.year.endYear), of: visit.caller)
        }
        memory.lastYears.keep(visit.year, user: user, school: visit.school.id)
    }
}
