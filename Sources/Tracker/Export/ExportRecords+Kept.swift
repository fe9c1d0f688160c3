import Assessment
import CommonTransferFile
import Storage

/// Records of files that came in and have no cell here.
extension ExportRecords {
    /// A pupil's records, of each key the newest file's.
    ///
    /// Two of one key in one file are kept as they came, and said: their receiver takes one of a key.
    func keptRecords(_ pupil: Pupil, _ found: inout Found) -> [StoredCTFRecord] {
        var newest: [[String]: Int64?] = [:]
        let all = data.kept[pupil.id] ?? []
        for record in all { newest[record.key] = record.batchID }
        var results: [[String]: String] = [:]
        return all.filter { record in
            guard newest[record.key] == record.batchID else { return false }
            guard let first = results[record.key] else {
                results[record.key] = record.result
                return true
            }
            if isWithoutCell(record, pupil) {
                found.findings.append(
                    ExportFinding(
                        .refusal, pupil, .pupil,
                        "\(record.tuple.title) of \(record.year) came in one file as \(first) and as \(record.result). Both go out as they came; a receiver takes one. Take that file back and have it corrected."
                    ))
            }
            return true
        }
    }

    /// The records without a cell of those given, and the test records that still say what is stored.
    func asTheyCame(_ kept: [StoredCTFRecord], _ pupil: Pupil, _ found: inout Found) -> [CTFRecord] {
        var records: [CTFRecord] = []
        var tests: [TestKey: [StoredCTFRecord]] = [:]
        for record in kept {
            if let year = record.yearNumber, year > data.year.endYear { continue }
            if let test = testKey(record) {
                tests[test, default: []].append(record)
            } else if let cell = cellLeftEmpty(record, pupil) {
                let assessment = YearGroupAssessment(cell.kind)
                found.findings.append(
                    ExportFinding(
                        .note, pupil,
                        .cell(assessment, cell.year, cell.column, className: className(pupil, cell.year)),
                        "\(record.tuple.title) of \(record.year) came in as \(record.result) and is left out: nothing is stored there now."
                    ))
            } else if isWithoutCell(record, pupil) {
                checkValue(record, pupil, &found)
                records.append(CTFRecord(record))
            }
        }
        let inOrder = tests.sorted {
            ($0.key.year, $0.key.subject.rawValue) < ($1.key.year, $1.key.subject.rawValue)
        }
        for (test, group) in inOrder {
            switch standing(group, test, pupil) {
            case .asStored:
                records += group.map { CTFRecord($0) }
                found.tests += group.count
            case .changed(let column, let now):
                let results = group.map(\.result).joined(separator: ", ")
                found.findings.append(
                    ExportFinding(
                        .note, pupil, .cell(.ks2, test.year, column, className: className(pupil, test.year)),
                        "The \(test.subject.inSentence) test records of a file that came in (\(results)) are left out: \(now)."
                    ))
            }
        }
        found.hasOwnTests = hasOwnTests(pupil, recorded: Set(tests.keys))
        return records
    }

    func isTestOfYear(_ record: StoredCTFRecord) -> Bool {
        testKey(record)?.year == data.year
    }

    // MARK: What has a cell

    private func match(_ record: StoredCTFRecord) -> CTFTarget {
        guard ["", "ENG"].contains(record.locale.uppercased()) else { return .unknown }
        return codes.match(record.tuple, year: record.yearNumber).target
    }

    /// Whether the program has no cell for a record, so that nothing but the record knows of it.
    private func isWithoutCell(_ record: StoredCTFRecord, _ pupil: Pupil) -> Bool {
        switch match(record) {
        case .keptOnly, .notAResult, .unknown: return true
        case .keyStage2Test: return testKey(record) == nil
        case .column(let kind, let column):
            // Never taken into its cell: not a value of it. Some programs put one key stage's results under the other.
            return stored(record, kind)?[column] == nil && otherStageCell(record) == nil
                && cellLeftEmpty(record, pupil) == nil
        case .phonicsMark, .phonicsOutcome:
            // Whether Year 1 or Year 2 took the check could not be told, so no cell was ever touched.
            return stored(record, .phonics) == nil
        }
    }

    /// The empty cell that a record would fill again where it arrives: somebody has cleared it since, or chose not to take the
    /// record. nil where there is none.
    private func cellLeftEmpty(_ record: StoredCTFRecord, _ pupil: Pupil)
        -> (kind: AssessmentKind, year: SchoolYear, column: ColumnID)?
    {
        guard let year = record.yearNumber.flatMap(SchoolYear.init), otherStageCell(record) == nil else { return nil }
        // What came in under the other key stage than the pupil's, and was not taken there either.
        if let (kind, column) = otherStage(record), yearGroup(pupil, year) == kind.yearGroup,
            isValue(record, of: kind, column, year)
        {
            return (kind, year, column)
        }
        guard case .column(let kind, let column) = match(record) else { return nil }
        guard let value = stored(record, kind)?[column] else {
            return isValue(record, of: kind, column, year) ? (kind, year, column) : nil
        }
        return value.value == nil ? (kind, year, column) : nil
    }

    private func isValue(_ record: StoredCTFRecord, of kind: AssessmentKind, _ column: ColumnID, _ year: SchoolYear)
        -> Bool
    {
        guard let columns = try? data.reference.columns(of: kind, year: year.endYear),
            let known = columns.column(column)
        else { return false }
        return (try? columns.read(record.result, as: known, source: .file)) != nil
    }

    /// Where a pupil was in an earlier year, as far as their place of this year says.
    private func yearGroup(_ pupil: Pupil, _ year: SchoolYear) -> YearGroup? {
        guard let now = data.roll.places[pupil.id]?.yearGroup else { return nil }
        return YearGroup(ageAtStart: now.ageAtStart - (data.year.endYear - year.endYear))
    }

    /// The cell of the other key stage that has the result of a record; nil where none has.
    private func otherStageCell(_ record: StoredCTFRecord) -> StoredValue? {
        otherStage(record).flatMap { kind, column in stored(record, kind)?[column] }
    }

    /// The column of the other key stage that a record's other codes mean; nil where there is none.
    private func otherStage(_ record: StoredCTFRecord) -> (AssessmentKind, ColumnID)? {
        let stages = ["KS1": "KS2", "KS2": "KS1"]
        guard let stage = stages[record.stage.uppercased()] else { return nil }
        let codes = CTFCodeTuple(
            locale: record.locale, stage: stage, subject: record.subject, method: record.method,
            component: record.component, status: record.status, qualifier: record.qualifier)
        guard case .column(let kind, let column) = self.codes.match(codes, year: record.yearNumber).target else {
            return nil
        }
        return (kind, column)
    }

    /// Everything that was ever stored of a record's pupil, year and assessment.
    private func stored(_ record: StoredCTFRecord, _ kind: AssessmentKind) -> [ColumnID: StoredValue]? {
        guard let year = record.yearNumber else { return nil }
        return data.sittings.first { $0.kind == kind && $0.year.endYear == year }?.values[record.pupilID]
    }

    /// Says of a record that goes out as it came that its value is none of its column.
    private func checkValue(_ record: StoredCTFRecord, _ pupil: Pupil, _ found: inout Found) {
        guard case .column(let kind, let column) = match(record), let year = record.yearNumber,
            let columns = try? data.reference.columns(of: kind, year: year), let known = columns.column(column)
        else { return }
        do throws(EntryProblem) {
            _ = try ValueForm.read(record.result, as: known, year: year, source: .file)
        } catch {
            found.findings.append(
                ExportFinding(
                    .refusal, pupil, .pupil,
                    "\(record.tuple.title) of \(record.year) came in as “\(record.result.prefix(40))” and goes out as it came. \(error.message)"
                ))
        }
    }

    // MARK: Tests of Key Stage 2

    struct TestKey: Hashable {
        let year: SchoolYear
        let subject: Subject
    }

    /// The test that a record is of; nil for any other, and for years that have no columns for it.
    private func testKey(_ record: StoredCTFRecord) -> TestKey? {
        guard case .keyStage2Test(let subject) = match(record), let year = record.yearNumber,
            KeyStageColumns.isHeld(in: year), let school = SchoolYear(endYear: year)
        else { return nil }
        return TestKey(year: school, subject: subject)
    }

    private enum Standing {
        case asStored
        case changed(ColumnID, String)
    }

    /// Whether the records of a test still say what is stored, or say nothing that could be stored at all.
    ///
    /// Sent out when somebody has corrected the result since, they would take the correction back wherever they arrive.
    private func standing(_ group: [StoredCTFRecord], _ key: TestKey, _ pupil: Pupil) -> Standing {
        guard let columns = KeyStageColumns(year: key.year.endYear, codes: data.reference.codes),
            let test = columns.test(key.subject)
        else { return .asStored }
        let facts = self.facts(pupil, key.year)
        let row = columns.row(facts, earlier: [:], tables: data.tables)
        let shown = row.values()
        let cells = test.papers + [test.total, test.scaled, test.outcome]
        guard cells.contains(where: { shown[$0.id] != nil }) else {
            let reading = TestReading(
                group.map(\.testRecord), test: test, year: key.year.endYear, tables: data.tables, answers: [:])
            return reading.placed.isEmpty ? .asStored : .changed(test.scaled.id, "no result of it is stored now")
        }
        let mark = test.papers.count == 1 ? test.papers[0] : test.total
        let score = shown[test.scaled.id].flatMap { ScaledScore(text: $0) }?.score
        let numbers = Set([shown[mark.id].flatMap { Int($0) }, score].compactMap(\.self))
        let outcome = shown[test.outcome.id]
        let agrees = group.allSatisfy { record in
            switch CTFTestValue(record.result) {
            case .number(let number), .specialConsideration(let number): numbers.contains(number)
            // N says more than NS, and both may come.
            case .outcome(let code): code == outcome?.uppercased() || (code == "NS" && outcome == "N")
            case .unreadable: false
            }
        }
        guard !agrees else { return .asStored }
        let now = [shown[mark.id], shown[test.scaled.id], outcome].compactMap(\.self).joined(separator: ", ")
        return .changed(test.scaled.id, "\(now) is stored now")
    }

    /// Whether test results are stored of which no file brought records.
    private func hasOwnTests(_ pupil: Pupil, recorded: Set<TestKey>) -> Bool {
        data.sittings.contains { sitting in
            guard sitting.kind == .ks2, let values = sitting.values[pupil.id] else { return false }
            return values.contains { column, stored in
                guard stored.value != nil, !column.rawValue.hasSuffix(".ta"),
                    let subject = Subject(rawValue: String(column.rawValue.prefix { $0 != "." }))
                else { return false }
                return !recorded.contains(TestKey(year: sitting.year, subject: subject))
            }
        }
    }

    private func facts(_ pupil: Pupil, _ year: SchoolYear) -> Facts {
        data.sittings.first { $0.kind == .ks2 && $0.year == year }?.values[pupil.id]?.compactMapValues(\.value) ?? [:]
    }

    /// The pupil's class in the file's year; of other years it does not matter to the link.
    private func className(_ pupil: Pupil, _ year: SchoolYear) -> String? {
        year == data.year ? data.roll.places[pupil.id]?.className : nil
    }
}

extension StoredCTFRecord {
    /// What makes a result the same result, whatever its value; blank fields and letters in either case included.
    fileprivate var key: [String] {
        [stage, year, subject, method, component, qualifier, status, locale].map { $0.uppercased() }
    }

    fileprivate var testRecord: TestRecord {
        TestRecord(
            code: "\(component)/\(qualifier)", text: result, value: CTFTestValue(result), line: 0, date: resultDate)
    }
}

extension CTFRecord {
    /// A record as it came.
    fileprivate init(_ record: StoredCTFRecord) {
        self.init(
            codes: record.tuple, yearText: record.year, result: record.result,
            resultDate: record.resultDate.isEmpty ? nil : record.resultDate)
    }
}
