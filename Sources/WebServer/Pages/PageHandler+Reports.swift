import Assessment
import Hummingbird
import Pages
import Reports
import Tracker

extension PageHandler {
    func reportsPage(_ visit: Visit) async throws -> Response {
        var items: [ReportsHomeModel.Item] = []
        var hasResults = false
        for kind in AssessmentKind.statutory {
            var item = ReportsHomeModel.Item(
                title: kind == .ks2 ? "End of Key Stage 2 Outcomes" : kind.title, text: Self.answer(kind),
                page: StatutoryReportName(kind).map { .statutoryReport($0) } ?? .keyStage2Outcomes())
            item.note = tracker.reference.calendar.holding(of: kind, year: visit.year.endYear).note
            // How far entry has come is not for a reader without names.
            if isAllowed(.viewPupils, visit) {
                for sheet in try await sheets(kind, visit) {
                    item.pupils += sheet.pupils.count
                    item.recorded += sheet.done
                    item.due += sheet.due
                }
                hasResults = hasResults || item.recorded > 0
            } else {
                hasResults = true
            }
            items.append(item)
        }
        return try await show(ReportsHomeModel(place: visit.place, items: items, hasResults: hasResults), visit)
    }

    private static func answer(_ kind: AssessmentKind) -> String {
        switch kind {
        case .eyfsp: "How many children of Reception reached a good level of development, in 7 areas and 17 goals."
        case .phonics:
            "How many met the standard in Year 1 and by the end of Year 2; near misses; who must be checked again."
        case .ks1:
            "How many pupils of Year 2 were at the expected standard and at greater depth, by teacher assessment."
        case .mtc: "The average mark and full marks of Year 4, and how the marks spread."
        case .ks2:
            "How many pupils of Year 6 met the standard in each subject and in all three together; scaled scores; groups; beside national."
        case .summative: "What teachers judged, term by term."
        }
    }
}
