/// What would become of one thing in a file. The raw values are those of the import's JSON.
public enum PreviewStatus: String, CaseIterable, Hashable, Sendable {
    case conflict
    case invalid
    case unmatchedPupil = "unmatched_pupil"
    case otherSchool = "other_school"
    case unknownCode = "unknown_code"
    case changed
    case new
    case same

    /// `not valid`, after a number.
    public var title: String {
        switch self {
        case .new: "new"
        case .same: "the same already"
        case .changed: "changed"
        case .conflict: "in conflict"
        case .invalid: "not valid"
        case .unknownCode: "with a code not known here"
        case .unmatchedPupil: "of pupils not found"
        case .otherSchool: "of another school"
        }
    }

    /// What it means and what can be done.
    public var explanation: String {
        switch self {
        case .new: "Nothing is recorded yet; the file’s value would be."
        case .same: "Recorded with this very value; nothing changes."
        case .changed: "Another value is recorded; the file’s would take its place."
        case .conflict: "Left alone unless you tick it: a person entered it later, or a rule stands against it."
        case .invalid: "Never taken. The reason stands beside each."
        case .unknownCode: "Not taken: this version does not know the assessment or the code."
        case .unmatchedPupil:
            "Nobody here has the UPN. Not taken until you say above who the pupil is, or add the pupil."
        case .otherSchool: "Never taken: these belong to another school."
        }
    }

    /// How its tag is drawn.
    var tone: String {
        switch self {
        case .new, .same: "done"
        case .changed, .conflict, .unmatchedPupil: "caution"
        case .invalid, .unknownCode, .otherSchool: "error"
        }
    }
}
