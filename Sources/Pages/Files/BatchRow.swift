/// One file that came in, or one thing that was done at once on a page, in the list of them.
public struct BatchRow: Hashable, Sendable {
    public var id: Int64
    /// `21 November 2026, 09:14`
    public var when: String
    public var person: String
    /// The file's name, or what else brought the results.
    public var source: String
    /// `Common Transfer File`; nil when it is not known.
    public var kind: String?
    /// SHA-256 in hexadecimal digits; nil when there was no file.
    public var sha256: String?
    /// Whether a file brought it, rather than something done on a page.
    public var isFile: Bool { sha256 != nil }
    /// How many values it stored, and how many pupils it added.
    public var values: Int
    public var pupilsAdded: Int
    /// `22 November 2026, 10:02 by A. Okafor`; nil while it stands.
    public var undone: String?
    /// Whether the visitor may take it back.
    public var canUndo: Bool

    public init(
        id: Int64, when: String, person: String, source: String, kind: String? = nil, sha256: String? = nil,
        values: Int,
        pupilsAdded: Int = 0, undone: String? = nil, canUndo: Bool
    ) {
        self.id = id
        self.when = when
        self.person = person
        self.source = source
        self.kind = kind
        self.sha256 = sha256
        self.values = values
        self.pupilsAdded = pupilsAdded
        self.undone = undone
        self.canUndo = canUndo
    }
}
