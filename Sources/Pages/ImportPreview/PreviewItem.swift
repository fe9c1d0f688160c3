/// One thing in a file: a result, or a fact about a pupil.
public struct PreviewItem: Hashable, Sendable {
    /// A tick by which the visitor says whether it is taken.
    public struct Tick: Hashable, Sendable {
        /// What the form sends.
        public var key: String
        public var isOn: Bool
        /// Whether it is on until it is taken off; a conflict is off until it is put on.
        public var isOffered: Bool

        public init(key: String, isOn: Bool, isOffered: Bool = false) {
            self.key = key
            self.isOn = isOn
            self.isOffered = isOffered
        }
    }

    public var status: PreviewStatus
    public var pupil: String
    /// `Reading, scaled score` with year where it is another one.
    public var what: String
    /// The value recorded now, and the file's; nil where there is none.
    public var old: String?
    public var value: String?
    /// Why it is in conflict or not valid.
    public var message: String?
    /// Where it stands in the file (`line 7`; `row 7, column D`); nil when it has no place.
    public var place: String?
    /// nil where there is nothing to decide: always taken, or never.
    public var tick: Tick?

    public init(
        status: PreviewStatus, pupil: String, what: String, old: String? = nil, value: String? = nil,
        message: String? = nil, place: String? = nil, tick: Tick? = nil
    ) {
        self.status = status
        self.pupil = pupil
        self.what = what
        self.old = old
        self.value = value
        self.message = message
        self.place = place
        self.tick = tick
    }
}
