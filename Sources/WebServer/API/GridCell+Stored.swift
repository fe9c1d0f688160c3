import Assessment
import Pages
import Storage
import Tracker

extension GridCell {
    /// A cell with what is stored behind it.
    init(_ state: CellState, stored: StoredValue?, clock: TrackerClock) {
        self.init(
            state, revision: Int(stored?.revision ?? 0), author: stored?.authorName,
            // Only a stored value is shown with its time.
            time: state.origin == .stored ? stored.map { clock.inWords($0.changedAt) } : nil)
    }
}

extension GridRowCells {
    /// A whole row with what is stored behind it.
    init(
        _ cells: [ColumnID: CellState], stored: [ColumnID: StoredValue], offers: [EntryOffer] = [], clock: TrackerClock
    ) {
        self.init(
            cells.map { id, state in Entry(id.rawValue, GridCell(state, stored: stored[id], clock: clock)) },
            offers: offers.map(GridOffer.init))
    }
}

extension GridOffer {
    init(_ offer: EntryOffer) {
        self.init(
            message: offer.message,
            changes: Dictionary(uniqueKeysWithValues: offer.changes.map { ($0.key.rawValue, $0.value) }))
    }
}

extension Column {
    /// What the column takes, in words: `0 to 40, or A, B, U`.
    var allowedInWords: String {
        let codes = typedCodes.map(\.code).joined(separator: ", ")
        switch kind {
        case .mark(let maximum): return codes.isEmpty ? "0 to \(maximum)" : "0 to \(maximum), or \(codes)"
        case .scaledScore(let scale):
            return "\(scale.lowerBound) to \(scale.upperBound)"
                + (takesSpecialConsideration ? ", with + for special consideration" : "")
        case .total: return ""
        case .outcome, .teacherAssessment: return codes
        }
    }
}
