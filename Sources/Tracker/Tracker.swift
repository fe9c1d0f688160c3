public import Assessment
public import CommonTransferFile
public import Storage

/// The use cases. Every page, API call and command comes through here, and permissions are checked here and only here.
///
/// Safe to share between tasks: state is in the database; what is kept in memory is checked against its version
/// before it is used.
public final class Tracker: Sendable {
    public let database: any Database
    /// The shipped data; tables that were loaded are laid over it for each reader: ``tables()``.
    public let reference: ReferenceData
    public let ctfCodes: CTFCodes
    public let clock: TrackerClock
    /// The folder in which dropped files wait and are kept; made when first needed.
    public let fileFolder: String
    let ids: any IDGenerator
    let passwordGate = PasswordGate()
    let versions = VersionCache()
    let snapshots = SnapshotCache()
    let sessions = SessionCache()
    let schoolCache = SchoolCache()
    let tableCache = TableCache()
    let outcomesCache = OutcomesCache()
    let journeyCache = JourneyCache()
    let entryCohorts = EntryCohorts()
    let columnsCache: ColumnsCache
    let summatives = SummativeCache()

    public init(
        database: any Database, reference: ReferenceData, ctfCodes: CTFCodes, fileFolder: String,
        clock: TrackerClock = .system, ids: any IDGenerator
    ) {
        self.database = database
        self.reference = reference
        columnsCache = ColumnsCache(reference)
        self.ctfCodes = ctfCodes
        self.fileFolder = fileFolder
        self.clock = clock
        self.ids = ids
    }
}
