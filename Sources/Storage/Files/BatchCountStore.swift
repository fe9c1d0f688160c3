/// How much each batch of a school stored, counted in the ledgers.
public struct BatchCountStore {
    /// What one batch stored.
    public struct Count: Sendable, Hashable {
        /// Results stored, changed or cleared.
        public var values = 0
        public var pupilsAdded = 0

        public init() {}
    }

    private let session: any SQLSession

    public init(_ session: any SQLSession) { self.session = session }

    /// By batch; none for a batch that stored neither results nor pupils.
    public func counts(school: Int64) throws -> [Int64: Count] {
        var counts: [Int64: Count] = [:]
        try session.forEachRow(
            """
            SELECT batch_id, COUNT(*) FROM result_ledger WHERE school_id = $1 AND batch_id IS NOT NULL GROUP BY batch_id
            """, [.int(school)]
        ) { row in counts[try row.int(0), default: Count()].values = Int(try row.int(1)) }
        try session.forEachRow(
            """
            SELECT batch_id, COUNT(*) FROM pupil_ledger WHERE school_id = $1 AND batch_id IS NOT NULL AND kind = $2
                AND before_json IS NULL GROUP BY batch_id
            """, [.int(school), .text(PupilLedgerKind.pupil.rawValue)]
        ) { row in counts[try row.int(0), default: Count()].pupilsAdded = Int(try row.int(1)) }
        return counts
    }
}
