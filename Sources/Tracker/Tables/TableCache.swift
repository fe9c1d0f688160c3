import Assessment
import Synchronization

/// The tables in use as last read, valid while the installation's version stands still.
final class TableCache: Sendable {
    private let state = Mutex<(installation: Int64, tables: ConversionTables)?>(nil)

    func tables(installation: Int64) -> ConversionTables? {
        state.withLock { $0.flatMap { $0.installation == installation ? $0.tables : nil } }
    }

    func keep(_ tables: ConversionTables, installation: Int64) {
        state.withLock { $0 = (installation, tables) }
    }
}
