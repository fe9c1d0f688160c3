import Assessment
import Pages
import Tracker

extension EnteredCell {
    /// The answer to a save.
    func json(_ assessment: AssessmentKind, _ clock: TrackerClock) -> [UInt8] {
        var json = GridSavedJSON(value: value ?? "", revision: Int(revision))
        row.forEachCell { column, state in
            json.add(column.id.rawValue, GridCell(state, stored: stored[column.id], clock: clock))
        }
        return json.finished(
            offers: row.offers().map(GridOffer.init),
            resultsIn: GridProgress(done: done, due: due, isDue: assessment != .summative))
    }
}
