/// What becomes of one value, or one pupil, of a file.
public enum ImportStatus: String, Sendable, Hashable, CaseIterable, Codable {
    /// Not stored yet; will be.
    case new
    /// Stored already, or follows from what is stored.
    case same
    /// Replaces a stored value.
    case changed
    /// Not taken unless a person says so (or clears what stands against it).
    case conflict
    case invalid
    case unknownCode = "unknown_code"
    case unmatchedPupil = "unmatched_pupil"
    case otherSchool = "other_school"

    /// As a page heads the list.
    public var title: String {
        switch self {
        case .new: "New"
        case .same: "Same"
        case .changed: "Changed"
        case .conflict: "Conflict"
        case .invalid: "Invalid"
        case .unknownCode: "Unknown code"
        case .unmatchedPupil: "Unmatched pupil"
        case .otherSchool: "Other school"
        }
    }

    /// Whether something in the file is left out because of it.
    public var leavesOut: Bool {
        switch self {
        case .new, .same, .changed: false
        case .conflict, .invalid, .unknownCode, .unmatchedPupil, .otherSchool: true
        }
    }

    /// Its place in ``allCases``.
    var index: Int {
        switch self {
        case .new: 0
        case .same: 1
        case .changed: 2
        case .conflict: 3
        case .invalid: 4
        case .unknownCode: 5
        case .unmatchedPupil: 6
        case .otherSchool: 7
        }
    }
}
