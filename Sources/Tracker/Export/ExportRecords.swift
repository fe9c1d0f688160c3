import Assessment
import CommonTransferFile
import Storage

/// The assessment records of one pupil for a file.
///
/// A result that has a cell goes out as the cell has it now, under the codes of its year; codes that are only guessed have no
/// entry for it (``CTFCodes/entryForExport(_:_:year:)``). What has no cell here goes out as it once came in.
struct ExportRecords {
    let data: ExportData
    let codes: CTFCodes
    let request: ExportRequest
    /// Where codes stand in the table, which is the order in which results are written.
    private let places: [String: [Int]]

    init(data: ExportData, codes: CTFCodes, request: ExportRequest) {
        self.data = data
        self.codes = codes
        self.request = request
        places = Dictionary(grouping: codes.entries.indices) { codes.entries[$0].tuple.title }
    }

    /// What was found of one pupil.
    struct Found {
        var records: [CTFRecord] = []
        /// Records of Key Stage 2 tests among them.
        var tests = 0
        /// Whether there are test results here that no record brought.
        var hasOwnTests = false
        var findings: [ExportFinding] = []
    }

    func found(_ pupil: Pupil) -> Found {
        var found = Found()
        let kept = keptRecords(pupil, &found)
        for sitting in data.sittings {
            guard let stored = sitting.values[pupil.id], takes(sitting) else { continue }
            let facts = stored.compactMapValues(\.value)
            found.records += records(facts, sitting.kind, sitting.year, kept: kept)
        }
        if request.assessment == nil {
            found.records += asTheyCame(kept, pupil, &found)
        } else if request.assessment == .ks2, !request.isStrict {
            found.records += asTheyCame(kept.filter { isTestOfYear($0) }, pupil, &found)
        }
        found.records = found.records.map { (key: order($0), record: $0) }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.record)
        return found
    }

    /// The return of an assessment has the results of its year only.
    private func takes(_ sitting: ExportData.Sitting) -> Bool {
        guard let assessment = request.assessment else { return true }
        return sitting.kind == assessment && sitting.year == data.year
    }

    // MARK: Cells

    /// The records of the cells of one assessment and year.
    private func records(_ facts: Facts, _ kind: AssessmentKind, _ year: SchoolYear, kept: [StoredCTFRecord])
        -> [CTFRecord]
    {
        if kind == .phonics { return phonics(facts, year, kept: kept) }
        return facts.compactMap { column, value in record(kind, column, value, year, kept: kept) }
    }

    private func record(
        _ kind: AssessmentKind, _ column: ColumnID, _ value: String, _ year: SchoolYear, kept: [StoredCTFRecord]
    ) -> CTFRecord? {
        guard let entry = codes.entryForExport(kind, column, year: year.endYear), entry.takes(value) else { return nil }
        let result = value.uppercased()
        var status = "R"
        var date: String?
        // What a file said of this very result beside its value is still true of it.
        if request.assessment == nil,
            let source = kept.last(where: { $0.brought(entry.tuple, year: year, result: result) })
        {
            if source.status.uppercased() == "P" { status = "P" }
            date = CalendarDate(iso: source.resultDate)?.description
        }
        return CTFRecord(
            codes: CTFCodeTuple(
                stage: entry.stage, subject: entry.subject, method: entry.method, component: entry.component,
                status: status, qualifier: entry.qualifier), yearText: String(year.endYear), result: result,
            resultDate: date)
    }

    /// The mark, and the outcome that goes with it; in a return to the authority the outcome only where there is no mark,
    /// since the DfE applies the threshold itself.
    private func phonics(_ facts: Facts, _ year: SchoolYear, kept: [StoredCTFRecord]) -> [CTFRecord] {
        var records: [CTFRecord] = []
        for assessment in [YearGroupAssessment.phonics, .phonicsInYear2] {
            guard let columns = try? data.reference.columns(of: assessment, year: year.endYear),
                let row = columns.row(facts, earlier: [:], tables: data.tables) as? PhonicsRow,
                let check = assessment.isUsual ? row.first : row.second, !check.isEmpty
            else { continue }
            let isReturn = request.assessment != nil && request.destination == .localAuthority
            if let mark = check.mark.map(String.init),
                let record = record(.phonics, "mark", mark, year, kept: kept)
            {
                records.append(record)
                if isReturn, check.code == nil { continue }
            }
            if let outcome = check.storedOutcome ?? check.outcome,
                let record = record(.phonics, "outcome", outcome, year, kept: kept)
            {
                records.append(record)
            }
        }
        return records
    }

    /// The column by which the code table knows a cell: a phonics check has the same codes in both years.
    static func codeColumn(_ column: ColumnID, _ kind: AssessmentKind) -> ColumnID {
        guard kind == .phonics else { return column }
        return ColumnID(rawValue: column.rawValue.split(separator: ".").last.map(String.init) ?? column.rawValue)
    }

    // MARK: Order

    private func order(_ record: CTFRecord) -> [String] {
        let title = record.codes.title
        let place = places[title]?.first { index in record.year.map(codes.entries[index].covers) ?? false }
        let digits = String(place ?? codes.entries.count)
        return [
            record.yearText, String(repeating: "0", count: max(0, 6 - digits.count)) + digits, title,
            record.locale, record.status, record.result, record.resultDate ?? "",
        ]
    }
}

extension CTFCodeEntry {
    /// Whether a value has the form that the codes stand for: a number where they are a mark's.
    fileprivate func takes(_ value: String) -> Bool {
        let bounds = values.split(separator: ".", omittingEmptySubsequences: true)
        guard bounds.count == 2, bounds.allSatisfy({ Int($0) != nil }) else { return true }
        return Int(value) != nil
    }
}

extension StoredCTFRecord {
    /// The codes as they came.
    var tuple: CTFCodeTuple {
        CTFCodeTuple(
            locale: locale, stage: stage, subject: subject, method: method, component: component, status: status,
            qualifier: qualifier)
    }

    /// The year as a number; nil when it is none.
    var yearNumber: Int? { CTFRecord(codes: tuple, yearText: year, result: result).year }

    /// Whether it is a record under these codes with this result.
    fileprivate func brought(_ codes: CTFCodeTuple, year: SchoolYear, result: String) -> Bool {
        self.year == String(year.endYear) && self.result.uppercased() == result
            && tuple.title.uppercased() == codes.title
    }
}
