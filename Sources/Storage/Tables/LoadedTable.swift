public import Assessment

/// A conversion table that an administrator loaded; it overrides the shipped one while it is active.
public struct LoadedTable: Sendable, Hashable {
    public var id: Int64
    public var year: SchoolYear
    /// 1 or 2.
    public var keyStage: Int
    public var subject: Subject
    /// ISO 8601 time in UTC.
    public var loadedAt: String
    public var authorName: String
    /// The scaled score for each raw mark from 0; nil where the table gives none (N).
    public var scores: [Int?]
    /// Whether it is the one in use for its year, key stage and subject; older ones are kept.
    public var isActive: Bool

    public init(
        id: Int64, year: SchoolYear, keyStage: Int, subject: Subject, loadedAt: String, authorName: String,
        scores: [Int?], isActive: Bool = true
    ) {
        self.id = id
        self.year = year
        self.keyStage = keyStage
        self.subject = subject
        self.loadedAt = loadedAt
        self.authorName = authorName
        self.scores = scores
        self.isActive = isActive
    }
}
