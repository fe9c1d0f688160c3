public import Assessment
public import Storage

/// Why a use case refused, for the page, the API and the command line to say.
public enum TrackerError: Error, Sendable {
    /// Nobody is signed in, or the session has ended.
    case notSignedIn
    /// The caller's role does not allow it. `role` is nil for somebody who has none in this school.
    case notAllowed(Permission, role: Role?)
    /// The role may not be given or taken by the caller.
    case roleNotGrantable(Role, by: Role?)
    case unknownSchool(String)
    case unknownPupil(String)
    case unknownBatch(String)
    case unknownUpload(String)
    case unknownUser(String)
    /// The tests were not held, or do not exist, in this year.
    case notHeld(AssessmentNotHeld)
    case unknownAssessment(String)
    case pupilNotInCohort(String, SchoolYear, [YearGroup])
    /// Judgements of one's own classes are entered in the current year only.
    case judgementsOfYear(SchoolYear, current: SchoolYear?, role: Role?)
    /// The pupil, or the class or year group asked for, is not of the classes of which the caller may enter judgements.
    case notOwnClass(String?, className: String?, right: EntryRight)
    /// A value that can't be stored.
    case entry(EntryProblem)
    /// The assessment date is in the future or outside the school year.
    case assessmentDate(String)
    /// Somebody changed the value since the caller saw it.
    case conflict(StoredValue)
    /// Form fields that must be corrected, in the form's order.
    case fields([FieldProblem])
    case table(ConversionTableError)
    /// A table of this test was loaded before; replacing it must be confirmed.
    case tableExists(ConversionTable.Key)
    case link(LinkProblem)
    /// E-mail and password do not belong together; never says which is wrong.
    case signInFailed
    case tooManyAttempts(minutes: Int)
    case alreadyUndone(String)
    /// The file of a batch is not there, or not as it came; its name.
    case fileNotKept(String)
    /// The file of a batch has lines of schools that are not the caller's; its name.
    case fileOfOthers(String)
    /// Nobody has a place in the year that a new one would begin from.
    case nothingToRollOver(SchoolYear)
    /// The data has changed since the plan that was agreed to was shown.
    case planIsOld
    /// Somebody changed the school's settings since the caller saw them; when is in words.
    case settingsChanged(by: String, at: String)
    /// There is no change of settings to take back.
    case nothingToTakeBack
    /// A file that can't be taken at all.
    case file(FileProblem)
    /// A file that must not go out before what was found is put right.
    case exportRefused(ExportCheck)
    /// Something stored is not as it must be.
    case storage(StorageError)

    /// Why a one-time link does not work.
    public enum LinkProblem: Sendable, Hashable { case unknown, used, expired }

    /// What is wrong and what to do.
    public var message: String {
        switch self {
        case .notSignedIn: "You are signed out. Sign in to go on."
        case .notAllowed(let permission, let role?):
            "Your role (\(role.title)) may not \(permission.inSentence). Ask an Account Owner or Admin of the school."
        case .notAllowed(_, nil): "You have no role in this school. Ask one of its Account Owners to add you."
        case .roleNotGrantable(let role, let by):
            "\(by?.title ?? "Your role") may not give or take the role \(role.title)."
        case .unknownSchool(let text):
            "There is no school with the DfE number \(text) here. Add it, or check the number."
        case .unknownPupil(let text): "There is no pupil \(text) in this school."
        case .unknownBatch(let text): "There is no batch \(text)."
        case .unknownUpload(let text):
            "The file \(text) is not waiting here: it was taken already, or put aside. In Files, the list of batches says what was taken, and there it can be undone."
        case .unknownUser(let text): "There is no user \(text) here."
        case .notHeld(let why): why.message
        case .unknownAssessment(let text):
            "“\(text.prefix(40))” is not an assessment. Enter one of \(AssessmentKind.allCases.map(\.rawValue).joined(separator: ", "))."
        case .pupilNotInCohort(let name, let year, let groups):
            "\(name) is not in \(groups.map(\.title).joined(separator: " or ")) in \(year.label). Put the pupil into the year group first."
        case .judgementsOfYear(let year, let current, let role):
            "Your role is \(role?.title ?? "limited"). It enters judgements of the current school year\(current.map { " (\($0.label))" } ?? ""), not of \(year.label). Ask somebody with the role Full Edit."
        case .notOwnClass(let name?, let className, let right):
            "\(name) is in \(className ?? "no class"). \(right.inWords)"
        case .notOwnClass(nil, _, let right): right.inWords
        case .entry(let problem): problem.message
        case .assessmentDate(let text): text
        case .conflict(let current):
            "\(current.authorName) has changed this value to \(current.value ?? "nothing") since you saw it."
        case .fields(let problems): problems.map(\.message).joined(separator: " ")
        case .table(let error): error.message
        case .tableExists(let key):
            "A table of \(key) is loaded already. Confirm that it is to be replaced; the old one is kept."
        case .link(.unknown): "This link does not work. Ask for a new one."
        case .link(.used): "This link was used already. Sign in, or ask for a new one."
        case .link(.expired): "This link has expired. Ask for a new one."
        case .signInFailed: "The e-mail address or the password is not right."
        case .tooManyAttempts(let minutes):
            "Too many attempts to sign in. Wait \(minutes) minutes and try again."
        case .nothingToRollOver(let year):
            "There are no pupils in \(year.label). Bring in the pupil list of that year first."
        case .planIsOld: "Pupils or classes have changed since this was shown. Look at it again, then confirm."
        case .fileNotKept(let name):
            "\(name) is not kept as it came: it was brought in by an earlier version of Leadline, or removed from the folder of files since."
        case .fileOfOthers(let name):
            "\(name) has lines of other schools as well. Only who brought it in opens it, or somebody who may bring files in for all of them."
        case .alreadyUndone(let text): "The batch \(text) was taken back already."
        case .settingsChanged(let by, let at):
            "\(by) has changed these settings since you saw them, \(at). Look at them again, then make your change."
        case .nothingToTakeBack: "There is no change of these settings to take back."
        case .file(let problem): problem.message
        case .exportRefused(let check):
            check.count(.blocking) == 0
                ? "The file was not made: \(check.request.destination.inSentence) would refuse it. Put right what is listed, then make it again."
                : "The file was not made. Put right what is listed, then make it again."
        case .storage(let error): error.message
        }
    }
}
