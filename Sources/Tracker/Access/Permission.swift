/// One thing that a role allows or not.
public enum Permission: String, Sendable, Hashable, CaseIterable {
    case viewReports
    /// See names, UPNs and birth dates.
    case viewPupils
    case enterResults
    /// Enter teachers' judgements, at least those of one's own classes.
    case enterJudgements
    case editPupils
    case importFiles
    case sendFiles
    case manageTables
    case manageUsers
    case manageSchool

    /// As a refusal says it: "Full Read-only may not ...".
    public var inSentence: String {
        switch self {
        case .viewReports: "see reports"
        case .viewPupils: "see pupils’ names and details"
        case .enterResults: "enter or change results"
        case .enterJudgements: "enter or change judgements"
        case .editPupils: "add or change pupils"
        case .importFiles: "bring files in or take them back"
        case .sendFiles: "send files out"
        case .manageTables: "load conversion tables"
        case .manageUsers: "manage users"
        case .manageSchool: "change the school’s settings"
        }
    }
}
