import Assessment
import HTTPTypes
import Hummingbird
import Pages
import Storage
import Tracker

extension PageHandler {
    /// The fewest characters a password must have, as the use cases check it.
    private static let minimumPassword = 10

    /// `/`: the one school a person has, or the choice among several.
    func home() async throws -> Response {
        let signedIn = try await signedIn()
        let schools = try await tracker.schools(for: signedIn.caller)
        guard schools.count == 1 else { return .seeOther(Route.chooseSchool.link) }
        let year = try await openingYear(of: schools[0], for: signedIn.caller)
        return .seeOther(Route.school(schools[0].dfe, year, .assessments).link)
    }

    func chooseSchoolPage() async throws -> Response {
        let signedIn = try await signedIn()
        var schools: [ChooseSchoolModel.School] = []
        for school in try await tracker.schools(for: signedIn.caller) {
            schools.append(
                ChooseSchoolModel.School(
                    name: school.name,
                    place: SchoolPlace(
                        school: school.dfe, year: try await openingYear(of: school, for: signedIn.caller)),
                    roleTitle: tracker.role(of: signedIn.caller, in: school)?.title ?? ""))
        }
        return show(ChooseSchoolModel(schools: schools), signedIn)
    }

    // MARK: Signing in and out

    func signInPage(returnTo: String?) async throws -> Response {
        let target = ownAddress(returnTo)
        if (try? await signedIn()) != nil { return .seeOther(target ?? Route.home.link) }
        return show(SignInModel(returnTo: target), nil)
    }

    func signIn() async throws -> Response {
        let fields = try await fieldsBeforeSignIn()
        let target = ownAddress(fields["return"])
        do {
            let (token, _) = try await tracker.signIn(email: fields["email"], password: fields["password"])
            return signedIn(token, goTo: target ?? Route.home.link)
        } catch let error as TrackerError {
            switch error {
            case .signInFailed, .tooManyAttempts:
                return show(
                    SignInModel(
                        email: fields["email"], returnTo: target,
                        errors: [FieldError(field: "password", message: error.message)]), nil, status: error.status)
            default: throw error
            }
        }
    }

    func signOut() async throws -> Response {
        if let token = cookie.token(in: request), let signedIn = try await tracker.signedIn(token: token) {
            _ = try await fields(signedIn)
            memory.recent.forget(session: signedIn.csrf)
            try await tracker.signOut(token: token)
        }
        var response = Response.seeOther(Route.signIn().link)
        response.headers[values: .setCookie].append(cookie.clearing)
        return response
    }

    private func signedIn(_ token: String, goTo address: String) -> Response {
        var response = Response.seeOther(address)
        response.headers[values: .setCookie].append(cookie.setting(token))
        return response
    }

    /// An address of a page of this program, written anew; nil for anything else, so that nobody is led elsewhere.
    private func ownAddress(_ text: String?) -> String? {
        guard let text, text.hasPrefix("/"), !text.hasPrefix("//"), let route = Route(parsing: text) else { return nil }
        switch route {
        case .school, .help, .chooseSchool: return route.link
        default: return nil
        }
    }

    // MARK: First start

    func setUpPage(_ token: String?) async throws -> Response {
        guard let token else { throw TrackerError.link(.unknown) }
        try await tracker.checkSetUp(link: token)
        return show(SetUpModel(token: token, minimumLength: Self.minimumPassword), nil)
    }

    func setUp() async throws -> Response {
        let fields = try await fieldsBeforeSignIn()
        func value(_ field: SetUpField) -> String { fields[field.rawValue] }
        let form = SetUpForm(
            schoolName: value(.schoolName), dfe: value(.dfeNumber), urn: value(.urn),
            ownerName: value(.email).split(separator: "@").first.map(String.init) ?? value(.email),
            email: value(.email), password: value(.password), passwordAgain: value(.password))
        do {
            let (token, signedIn, school) = try await tracker.setUp(link: fields["token"], form)
            let year = try await openingYear(of: school, for: signedIn.caller)
            return self.signedIn(token, goTo: Route.school(school.dfe, year, .assessments).link)
        } catch let error as TrackerError {
            let names = [
                "dfe": SetUpField.dfeNumber.rawValue, "schoolName": SetUpField.schoolName.rawValue,
                "ownerName": SetUpField.email.rawValue, "passwordAgain": SetUpField.password.rawValue,
            ]
            guard var errors = error.fieldErrors(names) else { throw error }
            // A blank address is said once, not as a missing name besides.
            if value(.email).isEmpty { errors = errors.filter { $0.message != "Enter your name." } }
            var values: [SetUpField: String] = [:]
            for field in SetUpField.allCases where field != .password { values[field] = value(field) }
            return show(
                SetUpModel(
                    token: fields["token"], values: values, minimumLength: Self.minimumPassword, errors: errors), nil,
                status: error.status)
        }
    }

    // MARK: One-time links

    func choosePasswordPage(_ token: String) async throws -> Response {
        let user = try await tracker.user(ofLink: token)
        return show(
            ChoosePasswordModel(token: token, email: user.email, minimumLength: Self.minimumPassword), nil)
    }

    func choosePassword(_ link: String) async throws -> Response {
        let fields = try await fieldsBeforeSignIn()
        let user = try await tracker.user(ofLink: link)
        do {
            let (token, _) = try await tracker.setPassword(
                link: link, password: fields["password"], again: fields["again"])
            return signedIn(token, goTo: Route.home.link)
        } catch let error as TrackerError {
            guard let errors = error.fieldErrors(["passwordAgain": "again"]) else { throw error }
            return show(
                ChoosePasswordModel(
                    token: link, email: user.email, minimumLength: Self.minimumPassword, errors: errors), nil,
                status: error.status)
        }
    }

    // MARK: Help

    func helpPage() async throws -> Response {
        let signedIn = try await signedIn()
        let year = tracker.clock.currentSchoolYear()?.endYear ?? 2026
        var lists: [HelpModel.CodeList] = []
        for (kind, name) in [(ResultCode.Kind.test, "test codes"), (.ta, "teacher assessment")] {
            for subject in Subject.allCases {
                let codes = tracker.reference.codes.codes(.ks2, subject, kind, year: year)
                guard !codes.isEmpty else { continue }
                lists.append(
                    HelpModel.CodeList(
                        title: "\(subject.title), \(name), \(year)",
                        codes: codes.map { HelpModel.Code($0.code, $0.meaning) }))
            }
        }
        return show(HelpModel(codeLists: lists), signedIn)
    }
}
