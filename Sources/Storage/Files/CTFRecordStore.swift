/// Every assessment record of the Common Transfer Files that came in, as it came.
public struct CTFRecordStore {
    private let session: any SQLSession

    public init(_ session: any SQLSession) { self.session = session }

    /// Adds records by the engine's fastest way.
    public func insertMany(_ records: [StoredCTFRecord], school: Int64) throws {
        guard !records.isEmpty else { return }
        var next = 0
        try session.bulkInsert(
            into: "ctf_record",
            columns: [
                "school_id", "pupil_id", "record_id", "batch_id", "year", "stage", "subject", "method", "component",
                "status", "qualifier", "locale", "result", "result_date",
            ]
        ) { row in
            guard next < records.count else { return false }
            let record = records[next]
            next += 1
            row.append(school)
            row.append(record.pupilID)
            row.append(session.nextID())
            row.append(record.batchID)
            row.append(record.year)
            row.append(record.stage)
            row.append(record.subject)
            row.append(record.method)
            row.append(record.component)
            row.append(record.status)
            row.append(record.qualifier)
            row.append(record.locale)
            row.append(record.result)
            row.append(record.resultDate)
            return true
        }
        session.noteChange(schoolID: school)
    }

    /// The records of one pupil in the order in which they came.
    public func records(school: Int64, pupil: Int64) throws -> [StoredCTFRecord] {
        try records(where: "school_id = $1 AND pupil_id = $2", [.int(school), .int(pupil)])
    }

    /// The records of all pupils of a school, by pupil and in the order in which they came.
    public func records(school: Int64) throws -> [StoredCTFRecord] {
        try records(where: "school_id = $1", [.int(school)])
    }

    /// Removes what a batch brought; only for taking it back.
    public func deleteAll(school: Int64, batch: Int64) throws {
        try session.execute(
            "DELETE FROM ctf_record WHERE school_id = $1 AND batch_id = $2", [.int(school), .int(batch)])
        session.noteChange(schoolID: school)
    }

    private func records(where condition: String, _ arguments: [SQLValue]) throws -> [StoredCTFRecord] {
        var records: [StoredCTFRecord] = []
        try session.forEachRow(
            """
            SELECT pupil_id, year, stage, subject, method, component, status, qualifier, locale, result, result_date,
                batch_id FROM ctf_record WHERE \(condition) ORDER BY pupil_id, record_id
            """, arguments
        ) { row in
            records.append(
                StoredCTFRecord(
                    pupilID: try row.int(0), year: try row.text(1), stage: try row.text(2), subject: try row.text(3),
                    method: try row.text(4), component: try row.text(5), status: try row.text(6),
                    qualifier: try row.text(7), locale: try row.text(8), result: try row.text(9),
                    resultDate: try row.text(10), batchID: try row.optionalInt(11)))
        }
        return records
    }
}
