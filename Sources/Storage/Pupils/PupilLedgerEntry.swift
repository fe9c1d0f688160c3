public import Assessment
import Foundation

/// One change of a pupil's details or place, as it stands in the ledger for ever.
public struct PupilLedgerEntry: Sendable, Hashable {
    public var id: Int64
    /// ISO 8601 time in UTC.
    public var at: String
    public var author: Author
    public var batchID: Int64?
    public var pupilID: Int64
    public var kind: PupilLedgerKind
    /// The JSON of what was stored before; nil when it was added.
    public var before: String?
    /// The JSON of what was stored after; nil when it was removed.
    public var after: String?

    public init(
        id: Int64, at: String, author: Author, batchID: Int64?, pupilID: Int64, kind: PupilLedgerKind, before: String?,
        after: String?
    ) {
        self.id = id
        self.at = at
        self.author = author
        self.batchID = batchID
        self.pupilID = pupilID
        self.kind = kind
        self.before = before
        self.after = after
    }

    /// The details before the change; nil when the pupil was added or the entry is about a place.
    public func pupilBefore() throws -> Pupil? { try decoded(before, kind: .pupil) }

    /// The details after the change; nil when the pupil was removed or the entry is about a place.
    public func pupilAfter() throws -> Pupil? { try decoded(after, kind: .pupil) }

    /// The place before the change; nil when there was none or the entry is about details.
    public func placeBefore() throws -> CohortPlace? { try decoded(before, kind: .place) }

    /// The place after the change; nil when it was removed or the entry is about details.
    public func placeAfter() throws -> CohortPlace? { try decoded(after, kind: .place) }

    private func decoded<Value: Decodable>(_ json: String?, kind wanted: PupilLedgerKind) throws -> Value? {
        guard kind == wanted, let json else { return nil }
        do {
            return try JSONDecoder().decode(Value.self, from: Data(json.utf8))
        } catch {
            throw StorageError.unreadable(field: "pupil history", text: json)
        }
    }
}
