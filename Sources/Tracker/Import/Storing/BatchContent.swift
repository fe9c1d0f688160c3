public import Assessment

/// What one batch stored, for whoever looks at it later.
public struct BatchContent: Sendable, Hashable {
    /// One result or one pupil's details.
    public struct Step: Sendable, Hashable {
        /// `Surname, Forename` as it is now; the pupil's number when the pupil is gone.
        public var pupilName: String
        /// nil for details of a pupil.
        public var assessment: AssessmentKind?
        public var year: SchoolYear?
        /// nil for details of a pupil.
        public var column: ColumnID?
        public var old: String?
        public var new: String?
    }

    /// In the order in which they were stored; results first, then pupils. May be the first part of a long list.
    public var steps: [Step]
    /// How many there are in all.
    public var total: Int
}
