/// What the pages keep in memory between requests. All of it can be lost without harm.
struct PageMemory: Sendable {
    let grids = DrawnGrids()
    let notices = NoticeBoard()
    let years = SchoolYearsCache()
    let lastYears = LastYears()
    let recent = RecentPages()
}
