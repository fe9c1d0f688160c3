import Assessment
import Synchronization

/// The columns of Key Stage 2 by year. They follow from shipped data alone, so what was made once holds.
final class ColumnsCache: Sendable {
    private let made = Mutex<[Int: KeyStage2Columns]>([:])

    /// - Returns: nil for a year without Key Stage 2.
    func keyStage2(year: SchoolYear, codes: CodeLists) -> KeyStage2Columns? {
        if let known = made.withLock({ $0[year.endYear] }) { return known }
        guard let columns = KeyStage2Columns(year: year.endYear, codes: codes) else { return nil }
        made.withLock { $0[year.endYear] = columns }
        return columns
    }
}
