/// What the person decides item by item in the preview.
public struct ImportChoices: Sendable, Hashable, Codable {
    /// Who a pupil of the file is, by the key that the preview gives (``ImportItem/pupilKey``: the UPN, or `line 12`).
    public var pupils: [String: PupilChoice]
    /// Conflicts to take all the same; only those with ``ImportItem/canTake``.
    public var conflicts: Set<ImportCellKey>
    /// Values not to take although they could be; only those with ``ImportItem/isOffered``.
    public var leftOut: Set<ImportCellKey>
    /// What the numbers under a code mean, by ``ReadingQuestion/codes``. Remembered for the supplier and year.
    public var readings: [String: NumberReading]
    /// Whether a loaded conversion table may be replaced.
    public var replacesTables: Bool

    public init(
        pupils: [String: PupilChoice] = [:], conflicts: Set<ImportCellKey> = [],
        leftOut: Set<ImportCellKey> = [],
        readings: [String: NumberReading] = [:], replacesTables: Bool = false
    ) {
        self.pupils = pupils
        self.conflicts = conflicts
        self.leftOut = leftOut
        self.readings = readings
        self.replacesTables = replacesTables
    }

    /// Nothing was decided.
    public static let none = ImportChoices()
}
