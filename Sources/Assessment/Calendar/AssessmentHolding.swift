/// Whether an assessment was held in a year.
public enum AssessmentHolding: Sendable, Hashable {
    /// Of every pupil of the year group. `note` says what was unlike other years; nil when nothing was.
    case statutory(note: String?)
    /// Schools may: nothing is due.
    case optional(note: String?)
    /// Not at all, with the reason as a sentence.
    case notHeld(reason: String)

    public var isHeld: Bool { if case .notHeld = self { false } else { true } }

    /// Whether results are due of every pupil.
    public var isStatutory: Bool { if case .statutory = self { true } else { false } }

    /// What a reader should know of the year; nil when there is nothing.
    public var note: String? {
        switch self {
        case .statutory(let note), .optional(let note): note
        case .notHeld(let reason): reason
        }
    }
}
