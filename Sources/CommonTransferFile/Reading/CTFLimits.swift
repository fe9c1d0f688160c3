/// The largest Common Transfer File that is accepted. A file beyond any of these is refused whole.
public struct CTFLimits: Sendable, Hashable {
    /// Size of the file in bytes.
    public var bytes: Int
    /// How many elements may stand inside each other.
    public var depth: Int
    /// Length of one text in bytes of UTF-8.
    public var textBytes: Int
    /// Records, schools and periods of one pupil.
    public var entriesPerPupil: Int

    /// The defaults hold a whole authority's pupils and are far below what memory allows.
    public init(
        bytes: Int = 2_147_483_648, depth: Int = 64, textBytes: Int = 65_536, entriesPerPupil: Int = 20_000
    ) {
        self.bytes = bytes
        self.depth = depth
        self.textBytes = textBytes
        self.entriesPerPupil = entriesPerPupil
    }
}
