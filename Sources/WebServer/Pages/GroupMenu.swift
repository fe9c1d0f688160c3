import Assessment
import Pages
import Reports

/// The bar above a report: the other reports with the same group, the groups, and what they can be crossed with.
struct GroupMenu {
    let place: SchoolPlace
    let selection: GroupSelection
    /// The groups that can be asked for.
    let groups: [PupilGroup]
    /// The page of the report with another group.
    let page: (_ group: String) -> SchoolPage

    /// The groups used most; the others stand in the menu.
    private static let first: [PupilGroup] = [.all, .girls, .boys, .disadvantaged, .senSupport, .eal]

    /// - Parameters:
    ///   - current: the report that is shown; nil for the End of Key Stage 2 Outcomes.
    ///   - xlsx: the report as a workbook.
    ///   - csv: the report as a plain file.
    func bar(current: StatutoryReportName?, xlsx: SchoolPage, csv: SchoolPage) -> ReportBar {
        var bar = bar(xlsx: xlsx, csv: csv)
        bar.reports = reports(current)
        return bar
    }

    /// The bar of a report that stands by itself.
    func bar(xlsx: SchoolPage, csv: SchoolPage) -> ReportBar {
        let others = groups.filter { !Self.first.contains($0) }
        let crossings = GroupSelection.crossings(of: selection.first, in: groups).map { group in
            link(GroupSelection(selection.first, crossedWith: group), title: group.title)
        }
        let alone = selection.second.map { _ in link(GroupSelection(selection.first), title: "Not crossed") }
        return ReportBar(
            groups: Self.first.map(single), moreGroups: others.map(single),
            crossings: (alone.map { [$0] } ?? []) + crossings, crossedWith: selection.second?.title,
            exports: [
                ReportLink(title: "Spreadsheet (XLSX)", address: place.link(xlsx)),
                ReportLink(title: "Spreadsheet (CSV)", address: place.link(csv)),
            ])
    }

    private func single(_ group: PupilGroup) -> ReportLink {
        var link = link(GroupSelection(group), title: group == .eal ? "EAL" : group.title)
        link.isCurrent = group == selection.first
        return link
    }

    private func link(_ group: GroupSelection, title: String) -> ReportLink {
        ReportLink(title: title, address: place.link(page(group.id)), isCurrent: group == selection)
    }

    private func reports(_ current: StatutoryReportName?) -> [ReportLink] {
        let query = ReportQuery(group: selection.id)
        return StatutoryReportName.allCases.map { name in
            ReportLink(
                title: name.sheetName, address: place.link(.statutoryReport(name, query)), isCurrent: name == current)
        } + [
            ReportLink(
                title: "KS2", address: place.link(.keyStage2Outcomes(OutcomesQuery(group: selection.id))),
                isCurrent: current == nil)
        ]
    }
}
