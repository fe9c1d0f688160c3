import Assessment

/// What the pages keep in memory between requests. All of it can be lost without harm.
struct PageMemory: Sendable {
    let grids = DrawnGrids()
    let notices = NoticeBoard()
    let years = SchoolYearsCache()
    /// The year in which each person last looked at each school.
    let lastYears = LastChoices<SchoolYear>()
    /// The id of the group that each person last chose on a report.
    let lastGroups = LastChoices<String>()
    let recent = RecentPages()
}
