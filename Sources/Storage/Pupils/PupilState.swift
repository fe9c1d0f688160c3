/// In which state the pupils and cohort places of a school are: equal states, equal pupils and places.
///
/// Both are changed only with an entry in the pupil ledger, which is never taken out again; its newest entry tells data
/// apart that were restored in between.
public struct PupilState: Sendable, Hashable {
    public let entries: Int64
    public let newest: Int64
}

extension PupilStore {
    /// The state of a school's pupils and places; counts an index, reads no pupil.
    public func state(school: Int64) throws -> PupilState {
        let row = try session.first(
            """
            SELECT (SELECT count(*) FROM pupil_ledger WHERE school_id = $1),
                (SELECT coalesce(max(entry_id), 0) FROM pupil_ledger WHERE school_id = $1)
            """, [.int(school)])
        return try PupilState(entries: row?.int(0) ?? 0, newest: row?.int(1) ?? 0)
    }
}
