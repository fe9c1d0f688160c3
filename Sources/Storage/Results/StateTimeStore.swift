/// As of which time a school's results and pupils stand.
public struct StateTimeStore {
    private let session: any SQLSession

    public init(_ session: any SQLSession) { self.session = session }

    /// The time of the last change; nil for a school in which nothing was ever stored.
    ///
    /// What somebody did counts from when they did it. What a file brought that says when it was written counts from then: the same
    /// facts have the same time, here and wherever the file came from. Reads the school's ledgers once.
    public func asOf(school: Int64) throws -> String? {
        var last: String?
        func take(_ time: String?) {
            if let time, time > last ?? "" { last = time }
        }
        for ledger in ["result_ledger", "pupil_ledger"] {
            take(
                try session.first(
                    "SELECT MAX(at) FROM \(ledger) WHERE school_id = $1 AND batch_id IS NULL", [.int(school)])?
                    .optionalText(0))
        }
        try session.forEachRow(
            "SELECT at, written_at, undone_at FROM batch WHERE school_id = $1", [.int(school)]
        ) { row in
            let taken = try row.text(0)
            // A file from the future was written by a clock that is wrong.
            take(try row.optionalText(1).map { min($0, taken) } ?? taken)
            take(try row.optionalText(2))
        }
        return last
    }
}
