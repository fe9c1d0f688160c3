/// What taking a batch back did.
public struct UndoOutcome: Sendable, Hashable {
    /// Something that was left as it is, because somebody changed it after the batch.
    public struct LeftAlone: Sendable, Hashable {
        /// `Surname, Forename`.
        public var pupilName: String
        public var pupilID: Int64
        /// What it is: `Writing teacher assessment 2026`, `surname`, `Year 6 in 2025/26`, `pupil`.
        public var what: String
        /// Why, with who changed it where that is known.
        public var message: String

        public init(pupilName: String, pupilID: Int64, what: String, message: String) {
            self.pupilName = pupilName
            self.pupilID = pupilID
            self.what = what
            self.message = message
        }
    }

    public var batch: Int64
    /// Results put back to what they were (or cleared).
    public var values: Int
    public var pupilsRemoved: Int
    public var pupilsRestored: Int
    public var places: Int
    public var leftAlone: [LeftAlone]

    public init(
        batch: Int64, values: Int = 0, pupilsRemoved: Int = 0, pupilsRestored: Int = 0, places: Int = 0,
        leftAlone: [LeftAlone] = []
    ) {
        self.batch = batch
        self.values = values
        self.pupilsRemoved = pupilsRemoved
        self.pupilsRestored = pupilsRestored
        self.places = places
        self.leftAlone = leftAlone
    }
}
