public import Assessment

/// One result on a sheet for parents.
public struct ParentsResult: Sendable, Hashable {
    public let subject: Subject
    /// The scaled score, 80 to 120, without a mark of special consideration; nil where there is none.
    public let result: String?
    /// `Met the expected standard`.
    public let meaning: String
    /// How many of the school's pupils met the standard, `43 of 58 (74%)`; nil where so few are concerned that it would tell of them.
    public let school: String?
    /// The same of the whole country with its year, `75% (2025)`; nil where nothing is published.
    public let national: String?
}
