import Assessment
import Foundation

/// Adds entries to the pupil ledger; only the pupil and cohort stores use it.
struct PupilLedgerWriter {
    /// One change with its JSON before and after.
    struct Change {
        let pupilID: Int64
        let kind: PupilLedgerKind
        let before: String?
        let after: String?
    }

    let session: any SQLSession

    func write(_ changes: [Change], school: Int64, by stamp: ChangeStamp) throws {
        var next = 0
        try session.bulkInsert(
            into: "pupil_ledger",
            columns: [
                "school_id", "entry_id", "at", "author_id", "author_name", "role", "source", "batch_id", "pupil_id",
                "kind", "before_json", "after_json",
            ]
        ) { row in
            guard next < changes.count else { return false }
            let change = changes[next]
            next += 1
            row.append(school)
            row.append(session.nextID())
            row.append(stamp.at)
            row.append(stamp.author.id)
            row.append(stamp.author.name)
            row.append(stamp.author.role)
            row.append(stamp.author.source.rawValue)
            row.append(stamp.batchID)
            row.append(change.pupilID)
            row.append(change.kind.rawValue)
            row.append(change.before)
            row.append(change.after)
            return true
        }
    }

    /// JSON with sorted keys, so that the same details are the same text.
    static func encoder() -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    static func json(_ value: some Encodable, _ encoder: JSONEncoder) throws -> String {
        String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
