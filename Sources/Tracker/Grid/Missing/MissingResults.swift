public import Assessment

/// What is still to be entered of a class.
public struct MissingResults: Sendable {
    public struct SubjectCount: Sendable, Hashable {
        public let subject: Subject
        public let done: Int
        public let due: Int
    }

    /// How much of a part of the assessment is in: a subject, or a term of judgements.
    public struct Part: Sendable, Hashable {
        /// `reading`, `autumn1`.
        public let id: String
        public let title: String
        public let done: Int
        public let due: Int
    }

    /// An empty cell without which the assessment is not complete.
    public struct Cell: Sendable {
        public let pupil: Pupil
        public let column: Column

        /// The pupil's key in addresses.
        public var key: String { pupil.upn?.text ?? String(pupil.id) }
    }

    public let done: Int
    public let due: Int
    /// In the order of the grid. Of judgements, which no law asks for, the terms up to the one that is going on.
    public let parts: [Part]
    /// Pupil by pupil in the order of the register, left to right.
    public let cells: [Cell]
}
