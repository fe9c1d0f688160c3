import HTTPTypes
import Tracker

extension TrackerError {
    /// The HTTP status that says what kind of refusal it is.
    var status: HTTPResponse.Status {
        switch self {
        case .notSignedIn, .signInFailed: .unauthorized
        case .notAllowed, .roleNotGrantable, .judgementsOfYear, .notOwnClass, .fileOfOthers: .forbidden
        case .unknownSchool, .unknownPupil, .unknownBatch, .unknownUpload, .unknownUser, .notHeld, .unknownAssessment,
            .fileNotKept:
            .notFound
        case .pupilNotInCohort, .entry, .assessmentDate, .fields, .table, .file, .nothingToRollOver,
            .exportRefused:
            .unprocessableContent
        case .conflict, .tableExists, .alreadyUndone, .planIsOld, .settingsChanged, .nothingToTakeBack:
            .conflict
        case .link: .gone
        case .tooManyAttempts: .tooManyRequests
        case .storage: .internalServerError
        }
    }
}
