/// A page of the pupils of a file of whom a person must say who they are.
public struct PreviewPupils: Hashable, Sendable {
    public var questions: [PreviewQuestion]
    /// The place of the first of them among all, from 1.
    public var first: Int
    public var total: Int
    /// How many of all have no answer yet.
    public var open: Int
    /// From 1.
    public var page: Int
    public var pageCount: Int

    public init(
        questions: [PreviewQuestion] = [], first: Int = 1, total: Int = 0, open: Int = 0, page: Int = 1,
        pageCount: Int = 1
    ) {
        self.questions = questions
        self.first = first
        self.total = total
        self.open = open
        self.page = page
        self.pageCount = pageCount
    }
}
