import Assessment
import CommonTransferFile
import Storage

/// How much applying a plan wrote.
struct StoredCounts {
    var values = 0
    var pupilsAdded = 0
    var pupilsChanged = 0
    var places = 0
    var records = 0

    var isNothing: Bool { values + pupilsAdded + pupilsChanged + places + records == 0 }
}

extension ImportPlan {
    /// Rows that are made and handed over at one time, so that a large file needs no memory of its size.
    private static let portion = 5000

    /// Writes everything the plan holds, in the transaction that its data was read in.
    ///
    /// - Parameter content: the file, for the records that are kept as they came.
    func store(_ data: ImportData, _ content: FileContent, by stamp: ChangeStamp) throws -> StoredCounts {
        var counts = StoredCounts()
        var ids: [Int64?] = []
        ids.reserveCapacity(people.count)
        for person in people {
            if person.isNew {
                ids.append(data.session.nextID())
            } else {
                ids.append(person.place.map { data.pupils.ids[$0] })
            }
        }
        try storePupils(ids, data, stamp, &counts)
        try storePlaces(ids, data, stamp, &counts)
        try storeValues(ids, data, stamp, &counts)
        if case .ctf(let file) = content { try storeRecords(file.content(), ids, data, stamp, &counts) }
        return counts
    }

    private func storePupils(
        _ ids: [Int64?], _ data: ImportData, _ stamp: ChangeStamp, _ counts: inout StoredCounts
    ) throws {
        let store = PupilStore(data.session)
        var added: [Pupil] = []
        for (index, person) in people.enumerated() where !person.isRefused {
            guard var pupil = person.details, let id = ids[index] else { continue }
            pupil.id = id
            if let place = person.place {
                try store.update(
                    pupil, school: data.school.id, expectedRevision: data.pupils.pupils[place].revision, by: stamp)
                counts.pupilsChanged += 1
            } else {
                added.append(pupil)
            }
        }
        counts.pupilsAdded = added.count
        try store.insertMany(added, school: data.school.id, by: stamp)
    }

    private func storePlaces(
        _ ids: [Int64?], _ data: ImportData, _ stamp: ChangeStamp, _ counts: inout StoredCounts
    ) throws {
        var places: [CohortPlace] = []
        for (index, person) in people.enumerated() where !person.isRefused {
            guard let id = ids[index] else { continue }
            places += person.places.map {
                CohortPlace(pupilID: id, year: $0.year, yearGroup: $0.yearGroup, className: $0.className)
            }
        }
        guard !places.isEmpty else { return }
        counts.places = try CohortStore(data.session).upsertMany(places, school: data.school.id, by: stamp)
    }

    private func storeValues(
        _ ids: [Int64?], _ data: ImportData, _ stamp: ChangeStamp, _ counts: inout StoredCounts
    ) throws {
        let store = ResultStore(data.session)
        var changes: [ResultChange] = []
        changes.reserveCapacity(Self.portion)
        for entry in list.entries where entry.flags.contains(.stores) {
            guard entry.pupil >= 0, let id = ids[Int(entry.pupil)], let column = list.text(entry.column),
                let year = SchoolYear(endYear: Int(entry.year)),
                let assessment = ImportItems.assessment(entry.assessment)
            else { continue }
            let cell = CellKey(
                year: year, assessment: assessment, pupilID: id, column: ColumnID(rawValue: column))
            let known = people[Int(entry.pupil)].isNew ? nil : try data.values(assessment, year)[id]?[cell.column]
            changes.append(
                ResultChange(
                    cell: cell, value: list.text(entry.value),
                    assessedOn: list.text(entry.date).flatMap { CalendarDate(iso: $0) }, known: known))
            if changes.count == Self.portion {
                counts.values += try store.putMany(changes, school: data.school.id, by: stamp)
                changes.removeAll(keepingCapacity: true)
            }
        }
        counts.values += try store.putMany(changes, school: data.school.id, by: stamp)
    }

    private func storeRecords(
        _ file: CTFContent, _ ids: [Int64?], _ data: ImportData, _ stamp: ChangeStamp, _ counts: inout StoredCounts
    ) throws {
        let store = CTFRecordStore(data.session)
        var portion: [StoredCTFRecord] = []
        portion.reserveCapacity(Self.portion)
        // A file of this program that comes back to its school: what its cells say already needs no second copy.
        let isReturning =
            file.header.supplierID == CTFOwnDetails.supplier && data.isOurs(file.header.source.dfeNumber)
        let inCells = isReturning ? placesInCells() : []
        for (index, person) in people.enumerated() where person.keepsRecords && !person.isRefused {
            guard let id = ids[index] else { continue }
            var present: Set<StoredCTFRecord> = []
            if !person.isNew {
                for record in try store.records(school: data.school.id, pupil: id) {
                    present.insert(Self.withoutCase(record))
                }
            }
            var seen: Set<CTFRecordContent> = []
            for record in file.pupils[index].records where !leftOut.contains(RecordKey(record)) {
                guard seen.insert(CTFRecordContent(record)).inserted,
                    !record.isPlain
                        || !inCells.contains(RecordPlace(pupil: Int32(index), line: Int32(clamping: record.line)))
                else { continue }
                var stored = Self.stored(record, pupil: id)
                guard present.isEmpty || !present.contains(Self.withoutCase(stored)) else { continue }
                stored.batchID = stamp.batchID
                portion.append(stored)
                if portion.count == Self.portion {
                    try store.insertMany(portion, school: data.school.id)
                    counts.records += portion.count
                    portion.removeAll(keepingCapacity: true)
                }
            }
        }
        try store.insertMany(portion, school: data.school.id)
        counts.records += portion.count
    }

    /// Where the file has a result that stands in its cell, or follows from it, and goes out again from there. A test of Key Stage 2 only
    /// ever goes out as its records came.
    private func placesInCells() -> Set<RecordPlace> {
        Set(
            list.entries.lazy.filter { entry in
                guard entry.status == .same, entry.pupil >= 0,
                    let assessment = ImportItems.assessment(entry.assessment)
                else { return false }
                return assessment != .ks2 || list.text(entry.column)?.hasSuffix(".ta") == true
            }
            .map { RecordPlace(pupil: $0.pupil, line: $0.line) })
    }

    /// A record as it is compared with another: `exs` says what `EXS` says, whichever file brought it.
    private static func withoutCase(_ record: StoredCTFRecord) -> StoredCTFRecord {
        var record = record
        record.result = record.result.uppercased()
        record.batchID = nil
        return record
    }

    private static func stored(_ record: CTFRecord, pupil: Int64) -> StoredCTFRecord {
        StoredCTFRecord(
            pupilID: pupil, year: record.yearText, stage: record.stage, subject: record.subject,
            method: record.method, component: record.component, status: record.status, qualifier: record.qualifier,
            locale: record.locale, result: record.result, resultDate: record.resultDate ?? "", batchID: nil)
    }
}

extension CTFRecord {
    /// Whether it says no more than a cell knows: a final result without a date.
    fileprivate var isPlain: Bool { status.uppercased() == "R" && resultDate == nil }
}

/// A pupil's place among the plan's people, and a line of the file.
private struct RecordPlace: Hashable {
    let pupil: Int32
    let line: Int32
}

/// What makes a record of a file the same as another of the same pupil. Codes are shared within a file, so they compare fast.
private struct CTFRecordContent: Hashable {
    let codes: ObjectIdentifier
    let year: String
    let result: String
    let date: String?

    init(_ record: CTFRecord) {
        codes = ObjectIdentifier(record.codes)
        year = record.yearText
        result = record.result
        date = record.resultDate
    }
}
