public import Assessment

/// Something that must be known before a file goes out.
public struct ExportFinding: Sendable, Hashable {
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        /// The file can't be written with it at all.
        case blocking
        /// The receiver would refuse the file or the pupil.
        case refusal
        /// Left out, or not in yet.
        case note

        /// `Would be refused`
        public var title: String {
            switch self {
            case .blocking: "Can’t be written"
            case .refusal: "Would be refused"
            case .note: "To know"
            }
        }
    }

    /// Where it is put right.
    public enum Place: Sendable, Hashable {
        case cell(YearGroupAssessment, SchoolYear, ColumnID, className: String?)
        /// The pupil's form.
        case pupil
        /// The file as a whole.
        case file
    }

    public var severity: Severity
    /// nil for the file as a whole.
    public var pupil: Pupil?
    public var place: Place
    /// What is wrong and what to do, a sentence or two.
    public var message: String

    init(_ severity: Severity, _ pupil: Pupil?, _ place: Place, _ message: String) {
        self.severity = severity
        self.pupil = pupil
        self.place = place
        self.message = message
    }
}
