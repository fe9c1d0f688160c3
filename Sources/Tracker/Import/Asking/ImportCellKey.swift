/// Which value of a file is meant, whatever its place in the list.
public struct ImportCellKey: Sendable, Hashable, Codable {
    /// ``ImportItem/pupilKey``.
    public var pupil: String
    /// The calendar year in which the school year ends; ``noYear`` for a detail of the pupil.
    public var year: Int
    /// The column, such as `writing.ta`.
    public var column: String

    public init(pupil: String, year: Int, column: String) {
        self.pupil = pupil
        self.year = year
        self.column = column
    }
}
