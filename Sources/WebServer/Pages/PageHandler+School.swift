import Assessment
import HTTPTypes
import Hummingbird
import Pages
import Storage
import Tracker

extension PageHandler {
    func schoolPage(_ visit: Visit) async throws -> Response {
        try await show(
            SchoolModel(
                place: visit.place, values: values(visit.school), canEdit: isAllowed(.manageSchool, visit)), visit)
    }

    private func values(_ school: School) -> [SchoolField: String] {
        [
            .name: school.name, .dfeNumber: school.dfe.description, .urn: school.urn?.text ?? "",
            .formerDfENumbers: school.formerNumbers.map(\.description).joined(separator: ", "),
        ]
    }

    func changeSchool(_ visit: Visit) async throws -> Response {
        let fields = try await fields(visit.signedIn)
        var typed: [SchoolField: String] = [:]
        for field in SchoolField.allCases { typed[field] = fields[field.rawValue] }
        try tracker.require(.manageSchool, visit.caller, in: visit.school)
        do {
            let changed = try Self.school(visit.school, typed)
            try await tracker.update(changed, as: visit.caller)
            var old: [String: String] = [:]
            for (field, value) in values(visit.school) { old[field.rawValue] = value }
            let place = SchoolPlace(school: changed.dfe, year: visit.year)
            return redirect(
                to: place.route(.school), visit.signedIn,
                notice: Notice(
                    "The school’s settings were saved.", undo: .init(route: place.route(.school), fields: old)))
        } catch let error as TrackerError {
            guard let errors = error.fieldErrors(["dfe": SchoolField.dfeNumber.rawValue]) else { throw error }
            return try await show(
                SchoolModel(
                    place: visit.place, values: typed, canEdit: isAllowed(.manageSchool, visit), errors: errors),
                visit, status: error.status)
        }
    }

    /// The school with what was typed.
    ///
    /// - Throws: ``TrackerError/fields(_:)`` with every number that is none.
    private static func school(_ school: School, _ typed: [SchoolField: String]) throws(TrackerError) -> School {
        var school = school
        var problems: [FieldProblem] = []
        func text(_ field: SchoolField) -> String { trimBlanks(typed[field] ?? "") }
        func number(_ text: String, _ field: SchoolField) -> DfENumber? {
            do throws(IdentifierError) { return try DfENumber(text) } catch {
                problems.append(FieldProblem(field.rawValue, error.message))
                return nil
            }
        }
        school.name = text(.name)
        if school.name.isEmpty { problems.append(FieldProblem(SchoolField.name.rawValue, "Enter the school’s name.")) }
        if let dfe = number(text(.dfeNumber), .dfeNumber) { school.dfe = dfe }
        school.urn = nil
        if !text(.urn).isEmpty {
            do throws(IdentifierError) { school.urn = try URN(text(.urn)) } catch {
                problems.append(FieldProblem(SchoolField.urn.rawValue, error.message))
            }
        }
        school.formerNumbers = text(.formerDfENumbers).split(whereSeparator: { $0 == "," || $0 == ";" || $0 == "\n" })
            .map { trimBlanks(String($0)) }.filter { !$0.isEmpty }
            .compactMap { number($0, .formerDfENumbers) }
        guard problems.isEmpty else { throw .fields(problems) }
        return school
    }

    // MARK: Users

    func usersPage(_ visit: Visit) async throws -> Response {
        try await show(try await usersModel(visit), visit)
    }

    private func usersModel(_ visit: Visit) async throws -> UsersModel {
        let users = try await tracker.users(of: visit.school, as: visit.caller)
        let grantable = visit.role.grantable
        return UsersModel(
            place: visit.place,
            users: users.map { user in
                UserRow(
                    id: user.id, name: user.name, email: user.email, role: user.role.rawValue,
                    roleTitle: user.role.title, classes: user.classes, isDisabled: user.isDisabled,
                    isInvited: !user.hasPassword,
                    isSelf: user.id == visit.caller.userID, canChange: !user.isByTrust && grantable.contains(user.role))
            },
            roles: grantable.map { RoleChoice(name: $0.rawValue, title: $0.title, explanation: $0.explanation) })
    }

    func addUser(_ visit: Visit) async throws -> Response {
        let fields = try await fields(visit.signedIn)
        do {
            let (_, link) = try await tracker.addUser(
                email: fields["email"], name: nil, role: try role(fields), school: visit.school,
                classes: Self.classes(fields), as: visit.caller)
            let email = trimBlanks(fields["email"]).lowercased()
            guard let link else {
                return redirect(
                    to: visit.place.route(.users), visit.signedIn,
                    notice: Notice("\(email) was added, and signs in with the password they have."))
            }
            return try await show(link, "\(email) was added.", visit)
        } catch let error as TrackerError {
            guard let errors = refusal(error) else { throw error }
            var model = try await usersModel(visit)
            model.email = fields["email"]
            model.role = fields["role"]
            model.classes = fields["classes"]
            model.errors = errors
            return try await show(model, visit, status: error.status)
        }
    }

    func changeRole(_ id: Int64, _ visit: Visit) async throws -> Response {
        let fields = try await fields(visit.signedIn)
        let before = try await tracker.users(of: visit.school, as: visit.caller).first { $0.id == id }
        return try await change(visit) {
            let role = try role(fields)
            try await tracker.setRole(
                role, of: id, school: visit.school, classes: Self.classes(fields), as: visit.caller)
            return Notice(
                "\(before?.email ?? "The user") is \(role.title) now.",
                undo: before.map { before in
                    .init(
                        route: visit.place.route(.userRole(id)),
                        fields: ["role": before.role.rawValue, "classes": before.classes.joined(separator: ", ")])
                })
        }
    }

    func changeAccess(_ id: Int64, _ visit: Visit) async throws -> Response {
        let fields = try await fields(visit.signedIn)
        let isDisabled = fields["disabled"] == "1"
        let before = try await tracker.users(of: visit.school, as: visit.caller).first { $0.id == id }
        return try await change(visit) {
            try await tracker.setDisabled(isDisabled, user: id, school: visit.school, as: visit.caller)
            return Notice(
                "\(before?.email ?? "The user") \(isDisabled ? "can’t sign in any more" : "can sign in again").",
                undo: .init(
                    route: visit.place.route(.userAccess(id)), fields: ["disabled": isDisabled ? "0" : "1"]))
        }
    }

    func makeLink(_ id: Int64, _ visit: Visit) async throws -> Response {
        _ = try await fields(visit.signedIn)
        do {
            let link = try await tracker.newLink(for: id, school: visit.school, as: visit.caller)
            return try await show(link, "A new link was made; former ones no longer work.", visit)
        } catch let error as TrackerError {
            guard let errors = refusal(error) else { throw error }
            return try await showUsers(visit, errors: errors, status: error.status)
        }
    }

    private func change(_ visit: Visit, _ change: () async throws -> Notice) async throws -> Response {
        do {
            return redirect(to: visit.place.route(.users), visit.signedIn, notice: try await change())
        } catch let error as TrackerError {
            guard let errors = refusal(error) else { throw error }
            return try await showUsers(visit, errors: errors, status: error.status)
        }
    }

    /// What a person can correct on the page of users; nil for what is not theirs to do at all.
    private func refusal(_ error: TrackerError) -> [FieldError]? {
        if case .roleNotGrantable = error { return [FieldError(field: "role", message: error.message)] }
        return error.fieldErrors()
    }

    private func showUsers(_ visit: Visit, errors: [FieldError], status: HTTPResponse.Status) async throws -> Response {
        var model = try await usersModel(visit)
        model.errors = errors
        return try await show(model, visit, status: status)
    }

    /// Shows a one-time link with this very answer, so that the secret is kept nowhere.
    private func show(_ link: String, _ text: String, _ visit: Visit) async throws -> Response {
        let scheme = responder.server.options.isSecure ? "https" : "http"
        let host = request.head.authority ?? request.headers[.host] ?? "localhost"
        return try await show(
            try await usersModel(visit), visit,
            notice: Notice(
                "\(text) Pass this link on; it works once, within a week, and is not shown again.",
                secret: "\(scheme)://\(host)\(Route.choosePassword(token: link).link)"))
    }

    private func role(_ fields: FormFields) throws(TrackerError) -> Role {
        guard let role = Role(rawValue: fields["role"]) else {
            throw .fields([FieldProblem("role", "Choose a role.")])
        }
        return role
    }

    private static func classes(_ fields: FormFields) -> [String] {
        fields["classes"].split(separator: ",").map { trimBlanks(String($0)) }.filter { !$0.isEmpty }
    }
}
