import Assessment

/// One row or column of a conversion matrix: a result that pupils can have.
public struct MatrixCategory: Sendable, Hashable, Identifiable {
    /// The code or judgement as stored, or a range: `EXS`, `JA`, `100-109`, `20-24`; never the school's own words.
    public let id: String
    /// As a heading says it, short.
    public let title: String
    /// In full, where the heading is a code or short form; nil where it says all.
    public let words: String?
    /// Where it stands against the standard: one level, or at and above together where the assessment has no higher one.
    /// nil where it says nothing of it, such as a mark without pass mark, or A (absent).
    let levels: ClosedRange<AttainmentLevel>?
    /// Its place on the assessment's own scale; nil for codes that have none.
    let rank: Int?
    /// In which order categories are shown, the lowest first.
    let order: Int

    public static func == (left: Self, right: Self) -> Bool { left.id == right.id }
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
