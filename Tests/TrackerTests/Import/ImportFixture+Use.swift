import Assessment
import Foundation
import Storage
import Tracker

extension ImportFixture {
    /// Writes a file to the fixture's folder.
    func file(_ text: String, name: String = "file.csv") throws -> ImportFile {
        let path = folder.appendingPathComponent(UUID().uuidString).path
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return ImportFile(name: name, path: path)
    }

    func preview(
        _ text: String, year: Int? = 2026, options: ImportOptions = ImportOptions(), choices: ImportChoices = .none,
        as caller: Caller = .operator
    ) async throws -> ImportPreview {
        try await tracker.preview(
            file: file(text), school: school, year: year.map(Self.year), options: options, choices: choices,
            as: caller)
    }

    @discardableResult
    func apply(
        _ text: String, year: Int? = 2026, options: ImportOptions = ImportOptions(), choices: ImportChoices = .none
    ) async throws -> ImportOutcome {
        try await tracker.apply(
            file: file(text), school: school, year: year.map(Self.year), options: options, choices: choices,
            as: .operator)
    }

    /// Stores values as if somebody had typed them.
    func enter(
        _ values: [ColumnID: String?], pupil: Int64 = 1, year: Int = 2026, at time: String = "2026-06-01T10:00:00.000Z",
        source: ResultSource = .grid
    ) async throws {
        try await database.write { session in
            for (column, value) in values {
                try ResultStore(session).put(
                    ResultChange(
                        cell: CellKey(
                            year: try Self.year(year), assessment: .ks2, pupilID: pupil, column: column),
                        value: value, assessedOn: nil), school: 1, expectedRevision: nil,
                    by: Self.stamp(at: time, source: source))
            }
        }
    }

    /// What is stored of a pupil.
    func facts(_ pupil: Int64 = 1, year: Int = 2026, _ assessment: AssessmentKind = .ks2) async throws -> Facts {
        try await database.read { session in
            try ResultStore(session).facts(school: 1, year: Self.year(year), assessment: assessment)[pupil] ?? [:]
        }
    }

    func pupils() async throws -> [Pupil] {
        try await database.read { try PupilStore($0).all(school: 1).map(\.pupil) }
    }

    func places(_ year: Int = 2026) async throws -> [CohortPlace] {
        try await database.read { try CohortStore($0).places(school: 1, year: Self.year(year)) }
    }

    func records(_ pupil: Int64) async throws -> [StoredCTFRecord] {
        try await database.read { try CTFRecordStore($0).records(school: 1, pupil: pupil) }
    }

    /// Everything the school has, as text: pupils, places, values with their dates, records.
    func dump() async throws -> [String] {
        try await database.read { session in
            var lines = try PupilStore(session).all(school: 1).map { "\($0.pupil)" }
            for year in 2015...2028 {
                lines += try CohortStore(session).places(school: 1, year: Self.year(year)).map { "\($0)" }
                for kind in AssessmentKind.allCases {
                    let values = try ResultStore(session).values(
                        school: 1, year: Self.year(year), assessment: kind)
                    for (pupil, cells) in values {
                        for (column, stored) in cells where stored.value != nil {
                            lines.append(
                                "\(year) \(kind) \(pupil) \(column) \(stored.value ?? "") \(stored.assessedOn?.description ?? "")"
                            )
                        }
                    }
                }
            }
            lines += try CTFRecordStore(session).records(school: 1).map { record in
                var record = record
                record.batchID = nil
                return "\(record)"
            }
            return lines.sorted()
        }
    }

    static func caller(_ role: Role) -> Caller {
        Caller(userID: 5, name: "Sam Hale", email: nil, roles: [.school(1): role], channel: .page)
    }
}

extension ImportPreview {
    /// The items as `status column old>value`, without those of pupils as a whole that are the same.
    var lines: [String] {
        items.map { item in
            "\(item.status.rawValue) \(item.column ?? "-") \(item.old ?? "-")>\(item.value ?? "-")"
        }
    }

    func item(_ column: String, line: Int? = nil) -> ImportItem? {
        items.first { $0.column == column && (line == nil || $0.line == line) }
    }

    func message(_ column: String) -> String? { item(column)?.message }
}
