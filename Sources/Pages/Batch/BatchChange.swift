/// One value that a batch stored, or could not take back.
public struct BatchChange: Hashable, Sendable {
    public var pupil: String
    /// `Reading, scaled score`
    public var what: String
    /// The value before and after; nil where there was none.
    public var old: String?
    public var new: String?
    /// Why it was left alone; nil for one that was not.
    public var message: String?

    public init(pupil: String, what: String, old: String? = nil, new: String? = nil, message: String? = nil) {
        self.pupil = pupil
        self.what = what
        self.old = old
        self.new = new
        self.message = message
    }
}
