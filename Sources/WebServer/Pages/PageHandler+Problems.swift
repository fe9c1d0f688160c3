import Assessment
import Forms
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Pages
import Storage
import Tracker

extension PageHandler {
    /// The page that says why something could not be shown or done, in the frame of the visitor where there is one.
    func problem(_ error: any Error) async -> Response {
        if case TrackerError.notSignedIn = error { return signInFirst() }
        let (model, status) = problemPage(error)
        var response = await framed(model, status: status)
        if case PageRefusal.method(let allowed) = error { response.headers[.allow] = allowed }
        return response
    }

    private func framed(_ model: ProblemModel, status: HTTPResponse.Status) async -> Response {
        let signedIn = try? await signedIn()
        if signedIn != nil, case .school(let number, let year, let page) = Route(address),
            let visit = try? await visit(number, year, page),
            let response = try? await show(model, visit, status: status)
        {
            return response
        }
        return show(model, signedIn, status: status)
    }

    /// Nobody is signed in: a page is asked for again after sign-in, a form can't be.
    private func signInFirst() -> Response {
        guard request.method == .post else {
            let returnTo = address.path.isEmpty ? nil : address.text
            return .seeOther(Route.signIn(returnTo: returnTo).link)
        }
        var returnTo: String?
        if case .school(let number, let year, let page) = Route(address) {
            returnTo = Route.school(number, year, page.section.page).link
        }
        return show(
            SignInModel(
                returnTo: returnTo,
                errors: [
                    FieldError(
                        field: "email",
                        message: "You are signed out, so nothing was changed. Sign in, then send the form again.")
                ]), nil, status: .unauthorized)
    }

    private func problemPage(_ error: any Error) -> (ProblemModel, HTTPResponse.Status) {
        switch error {
        case PageRefusal.noSuchPage: return (.notFound, .notFound)
        case PageRefusal.staleForm: return (.staleForm, .forbidden)
        case PageRefusal.otherSite:
            return (
                ProblemModel(
                    title: "This form came from another site",
                    reasons: ["Nothing was changed. Open the page here and send the form from it."],
                    next: Breadcrumb("Go to the start page", .home)), .forbidden
            )
        case PageRefusal.method:
            return (
                ProblemModel(
                    title: "This address can’t be used like that",
                    reasons: ["It takes another kind of request. Nothing was changed."],
                    next: Breadcrumb("Go to the start page", .home)), .methodNotAllowed
            )
        case let error as FormError:
            var status = HTTPResponse.Status.badRequest
            if case .tooLarge = error { status = .contentTooLarge }
            return (
                ProblemModel(title: "The form can’t be read", reasons: [error.message, "Nothing was changed."]), status
            )
        case let error as Refused:
            return (ProblemModel(title: "This could not be done", reasons: [error.message]), error.status)
        case let error as TrackerError: return problemPage(error)
        case StorageError.pupilConflict(let current):
            return (
                ProblemModel(
                    title: "Somebody was faster", reasons: [StorageError.pupilConflict(current: current).message]),
                .conflict
            )
        default: return failure(error)
        }
    }

    private func problemPage(_ error: TrackerError) -> (ProblemModel, HTTPResponse.Status) {
        let model: ProblemModel
        switch error {
        case .notAllowed(let permission, let role?):
            let roles = Role.allCases.filter { $0.permissions.contains(permission) }.map(\.title)
            model = .refused(
                action: permission.inSentence, roleTitle: role.title,
                whoMay: roles.count == 1
                    ? roles[0] : "\(roles.dropLast().joined(separator: ", ")) and \(roles.last ?? "")")
        case .notAllowed(_, nil):
            model = ProblemModel(title: "You have no role in this school", reasons: [error.message])
        case .unknownSchool:
            model = ProblemModel(
                title: "There is no such school here",
                reasons: [error.message, "Or you have no role in it: then ask one of its Account Owners to add you."],
                next: Breadcrumb("Choose a school", .chooseSchool))
        case .unknownPupil, .unknownBatch, .unknownUpload, .unknownUser, .unknownAssessment:
            model = ProblemModel(
                title: "There is nothing to show here", reasons: [error.message],
                next: Breadcrumb("Go to the start page", .home))
        case .fileNotKept, .fileOfOthers:
            model = ProblemModel(title: "The file can’t be opened", reasons: [error.message])
        case .notHeld(let why):
            model = ProblemModel(
                title: "\(why.kind.title) has no results in \(SchoolYear(endYear: why.year)?.label ?? "\(why.year)")",
                reasons: [why.reason], next: Breadcrumb("Go to the start page", .home))
        case .link:
            model = ProblemModel(
                title: "This link does not work", reasons: [error.message], next: Breadcrumb("Sign in", .signIn()))
        case .storage: return failure(error)
        default:
            model = ProblemModel(title: "This could not be done", reasons: [error.message, "Nothing was changed."])
        }
        return (model, error.status)
    }

    /// A fault of the program or its database: the details go to the log, under a number that the person can quote.
    private func failure(_ error: any Error) -> (ProblemModel, HTTPResponse.Status) {
        let reference = String(UUID().uuidString.prefix(8))
        responder.server.logger.error(
            "request failed",
            metadata: ["error": "\(error)", "path": "\(request.uri.path)", "reference": "\(reference)"])
        return (.failure(reference: reference), .internalServerError)
    }
}
