import Assessment

/// Everything that decides what becomes of one pupil's values of one part of an assessment and year: what the file brings and
/// what is stored.
///
/// A whole cohort has few different cases, so verdicts are kept by case.
struct SubjectCase: Hashable {
    /// A value of the file.
    struct Incoming: Hashable {
        var column: ColumnID
        /// As it stands in the file.
        var text: String
        /// Whether a person has said to take it against a conflict.
        var isTicked: Bool
    }

    /// A stored cell.
    struct Known: Hashable {
        var column: ColumnID
        /// nil when it was cleared.
        var value: String?
        /// Whether somebody entered (or cleared) it by hand after the file was written.
        var isLater: Bool
    }

    var part: ResultPart
    var incoming: [Incoming]
    /// In the order of the columns.
    var known: [Known]
    /// Whether the file is a sheet of the school's own, whose totals, scores and outcomes say what was worked out before.
    var comparesDerived = false
}

/// What becomes of one value of a file.
struct Verdict {
    /// What the message says beside the status.
    enum Reason {
        case none
        case text(String)
        /// The stored value is replaced; who stored it, and when, is added, and then a note.
        case replaces(note: String?)
        /// Somebody changed the cell after the file was written.
        case enteredLater
    }

    var status: ImportStatus
    /// What would be stored, or the text that can't be.
    var value: String
    var old: String?
    var reason: Reason = .none
    /// Whether applying the file stores it.
    var stores = false
    var canTake = false
    /// Whether what is stored differs from what is worked out here beside it.
    var differs = false
}
