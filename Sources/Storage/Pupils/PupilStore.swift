public import Assessment
import Foundation

/// The pupils of the schools. Every change is written to the pupil ledger and raises the school's version.
public struct PupilStore {
    let session: any SQLSession

    public init(_ session: any SQLSession) { self.session = session }

    /// Every pupil of a school, leavers included, by surname, forename and id.
    public func all(school: Int64) throws -> [StoredPupil] {
        let former = try formerUPNs(school: school, pupil: nil)
        return try pupils(
            where: "school_id = $1 ORDER BY surname, forename, pupil_id", [.int(school)], former: former)
    }

    public func find(school: Int64, id: Int64) throws -> StoredPupil? {
        try found(school: school, where: "school_id = $1 AND pupil_id = $2", [.int(school), .int(id)]).first
    }

    /// The pupil whose current UPN this is.
    public func find(school: Int64, upn: UPN) throws -> StoredPupil? {
        try found(school: school, where: "school_id = $1 AND upn = $2", [.int(school), .text(upn.text)]).first
    }

    /// The pupils who once had this UPN; more than one when a school used it twice.
    public func find(school: Int64, formerUPN: UPN) throws -> [StoredPupil] {
        try found(
            school: school,
            where: """
                school_id = $1 AND pupil_id IN
                (SELECT f.pupil_id FROM former_upn f WHERE f.school_id = $1 AND f.upn = $2) ORDER BY pupil_id
                """, [.int(school), .text(formerUPN.text)])
    }

    /// The ids of all schools that have a pupil with this current UPN.
    public func schools(havingUPN upn: UPN) throws -> [Int64] {
        try session.execute("SELECT school_id FROM pupil WHERE upn = $1 ORDER BY school_id", [.text(upn.text)]).map {
            try $0.int(0)
        }
    }

    /// The number of pupils of a school, leavers included.
    public func count(school: Int64) throws -> Int {
        Int(try session.first("SELECT count(*) FROM pupil WHERE school_id = $1", [.int(school)])?.int(0) ?? 0)
    }

    /// Pupils whose names contain every word of `text` (case, accents, apostrophes and hyphens do not count), or whose UPN
    /// begins with it; by name.
    public func search(school: Int64, text: String, limit: Int) throws -> [StoredPupil] {
        var condition = "school_id = $1"
        var arguments: [SQLValue] = [.int(school)]
        for word in text.split(whereSeparator: \.isWhitespace).prefix(8) {
            let folded = foldedName(String(word))
            guard !folded.isEmpty else { continue }
            arguments.append(.text("%\(folded)%"))
            condition += " AND (folded_name LIKE $\(arguments.count)"
            if folded.utf8.contains(where: isASCIIDigit) {
                arguments.append(.text("\(folded.uppercased())%"))
                condition += " OR upn LIKE $\(arguments.count)"
            }
            condition += ")"
        }
        guard arguments.count > 1 else { return [] }
        arguments.append(.int(Int64(limit)))
        return try found(
            school: school,
            where: condition + " ORDER BY surname, forename, pupil_id LIMIT $\(arguments.count)", arguments)
    }

    /// Adds one pupil under the id it carries.
    ///
    /// - Throws: ``StorageError/duplicate(constraint:)`` when another pupil of the school has the UPN.
    public func insert(_ pupil: Pupil, school: Int64, by stamp: ChangeStamp) throws {
        try insertMany([pupil], school: school, by: stamp)
    }

    /// Adds pupils under the ids they carry, by the engine's fastest way.
    public func insertMany(_ pupils: [Pupil], school: Int64, by stamp: ChangeStamp) throws {
        guard !pupils.isEmpty else { return }
        var next = 0
        try session.bulkInsert(into: "pupil", columns: Self.columns) { row in
            guard next < pupils.count else { return false }
            row.append(school)
            row.append(pupils[next].id)
            row.append(contentsOf: Self.details(of: pupils[next]))
            row.append(1)
            next += 1
            return true
        }
        try session.bulkInsert(
            into: "former_upn", columns: ["school_id", "upn", "pupil_id"],
            rows: pupils.lazy.flatMap { pupil in
                Set(pupil.formerUPNs).map { [.int(school), .text($0.text), .int(pupil.id)] }
            })
        let encoder = PupilLedgerWriter.encoder()
        try PupilLedgerWriter(session: session).write(
            pupils.map { pupil in
                .init(pupilID: pupil.id, kind: .pupil, before: nil, after: try PupilLedgerWriter.json(pupil, encoder))
            }, school: school, by: stamp)
        session.noteChange(schoolID: school)
    }

    /// Replaces a pupil's details, former UPNs included; the same details change nothing.
    ///
    /// - Parameter expectedRevision: the revision the caller saw; nil to replace whatever is there.
    /// - Throws: ``StorageError/pupilConflict(current:)``, ``StorageError/unknownPupil(_:)``,
    ///   ``StorageError/duplicate(constraint:)`` when another pupil has the UPN.
    @discardableResult
    public func update(_ pupil: Pupil, school: Int64, expectedRevision: Int64?, by stamp: ChangeStamp) throws
        -> StoredPupil
    {
        guard let current = try find(school: school, id: pupil.id) else { throw StorageError.unknownPupil(pupil.id) }
        if let expectedRevision, expectedRevision != current.revision {
            throw StorageError.pupilConflict(current: current)
        }
        var pupil = pupil
        pupil.formerUPNs = Set(pupil.formerUPNs).sorted()
        guard pupil != current.pupil else { return current }
        let details = Self.details(of: pupil)
        let assignments = zip(Self.columns.dropFirst(2), 1...details.count).map { "\($0) = $\($1)" }
        let count = details.count
        let rows = try session.execute(
            """
            UPDATE pupil SET \(assignments.joined(separator: ", ")), revision = $\(count + 1)
            WHERE school_id = $\(count + 2) AND pupil_id = $\(count + 3) AND revision = $\(count + 4) RETURNING revision
            """, details + [.int(current.revision + 1), .int(school), .int(pupil.id), .int(current.revision)])
        guard rows.count == 1 else { throw StorageError.pupilConflict(current: current) }
        try replaceFormerUPNs(from: current.pupil.formerUPNs, to: pupil.formerUPNs, school: school, pupil: pupil.id)
        let encoder = PupilLedgerWriter.encoder()
        try PupilLedgerWriter(session: session).write(
            [
                .init(
                    pupilID: pupil.id, kind: .pupil, before: try PupilLedgerWriter.json(current.pupil, encoder),
                    after: try PupilLedgerWriter.json(pupil, encoder))
            ], school: school, by: stamp)
        session.noteChange(schoolID: school)
        return StoredPupil(pupil: pupil, revision: current.revision + 1)
    }

    /// Removes a pupil again; only for taking back the batch that added them. Places and results must be gone before.
    ///
    /// - Throws: ``StorageError/brokenReference(detail:)`` while places or results of the pupil remain,
    ///   ``StorageError/unknownPupil(_:)``.
    public func delete(school: Int64, id: Int64, by stamp: ChangeStamp) throws {
        guard let current = try find(school: school, id: id) else { throw StorageError.unknownPupil(id) }
        let key: [SQLValue] = [.int(school), .int(id)]
        let remaining = try session.first(
            """
            SELECT (SELECT count(*) FROM cohort_place WHERE school_id = $1 AND pupil_id = $2)
                + (SELECT count(*) FROM result_ledger l JOIN result_value v ON v.school_id = l.school_id
                    AND v.year = l.year AND v.assessment = l.assessment AND v.pupil_id = l.pupil_id
                    AND v.column_id = l.column_id AND v.value IS NOT NULL
                    WHERE l.school_id = $1 AND l.pupil_id = $2)
            """, key)
        guard try remaining?.int(0) == 0 else {
            throw StorageError.brokenReference(detail: "\(current.pupil.displayName) still has a class or results")
        }
        try session.execute("DELETE FROM former_upn WHERE school_id = $1 AND pupil_id = $2", key)
        try session.execute("DELETE FROM pupil WHERE school_id = $1 AND pupil_id = $2", key)
        try PupilLedgerWriter(session: session).write(
            [
                .init(
                    pupilID: id, kind: .pupil,
                    before: try PupilLedgerWriter.json(current.pupil, PupilLedgerWriter.encoder()), after: nil)
            ], school: school, by: stamp)
        session.noteChange(schoolID: school)
    }

    private func replaceFormerUPNs(from old: [UPN], to new: [UPN], school: Int64, pupil: Int64) throws {
        for upn in old where !new.contains(upn) {
            try session.execute(
                "DELETE FROM former_upn WHERE school_id = $1 AND upn = $2 AND pupil_id = $3",
                [.int(school), .text(upn.text), .int(pupil)])
        }
        for upn in new where !old.contains(upn) {
            try session.execute(
                "INSERT INTO former_upn (school_id, upn, pupil_id) VALUES ($1, $2, $3)",
                [.int(school), .text(upn.text), .int(pupil)])
        }
    }
}
