public import Reports

/// The sheets for the parents of a class, or of one pupil.
public struct ParentsSheets: Sendable {
    public let text: ParentsText
    /// Whether the tests are left out.
    public let isDraft: Bool
    /// The classes of Year 6 in the year.
    public let classes: [String]
    /// In the order of the pupils' names.
    public let sheets: [ParentsSheet]
}
