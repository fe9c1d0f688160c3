/// The reports there are.
public struct ReportsHomeModel: Page {
    public var place: SchoolPlace
    /// The pupils of Year 6 and their results: in, and due. All zero when there is nobody.
    public var pupils: Int
    public var recorded: Int
    public var due: Int

    public init(place: SchoolPlace, pupils: Int, recorded: Int, due: Int) {
        self.place = place
        self.pupils = pupils
        self.recorded = recorded
        self.due = due
    }
}
