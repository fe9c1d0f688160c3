public import Assessment
import Foundation
import Reports
public import Storage

extension Tracker {
    private static let parentsText = "parents-sheet"

    /// The sheets for parents of Year 6 in a year.
    ///
    /// The school's own figures on them are those that a reader without names may see, since a sheet leaves the school.
    ///
    /// - Parameters:
    ///   - className: nil for every class.
    ///   - pupil: one pupil's sheet alone; nil for all.
    ///   - isDraft: whether the tests are left out; nil to leave them out as long as no test result is recorded.
    /// - Throws: ``TrackerError/notAllowed(_:role:)``, ``TrackerError/notHeld(_:)``, ``TrackerError/unknownPupil(_:)`` when the pupil is
    ///   not of the cohort.
    public func parentsSheets(
        of school: School, year: SchoolYear, className: String? = nil, pupil: Int64? = nil, isDraft: Bool? = nil,
        as caller: Caller
    ) async throws -> ParentsSheets {
        try require(.viewPupils, caller, in: school)
        let report = try await outcomes(OutcomesRequest(year: year), school: school, as: caller)
        let figures = Suppression().outcomes(of: report.cohort)
        let records = report.cohort.records
        let isDraft =
            isDraft ?? !records.contains { record in
                record.row.columns.tests.contains { test in
                    let result = record.row.result(test)
                    return result.score != nil || result.outcome != nil
                }
            }
        let wanted = records.filter { record in
            (className == nil || record.place.className == className) && (pupil == nil || record.pupil.id == pupil)
        }
        if let pupil, wanted.isEmpty { throw TrackerError.unknownPupil("\(pupil)") }
        return ParentsSheets(
            text: try await parentsText(of: school), isDraft: isDraft,
            classes: Set(records.compactMap(\.place.className)).sorted(),
            sheets: wanted.sorted { Self.sortKey($0.pupil) < Self.sortKey($1.pupil) }.map { record in
                ParentsSheet(record: record, school: figures, national: reference.national, isDraft: isDraft)
            })
    }

    private func parentsText(of school: School) async throws -> ParentsText {
        let stored = try await database.read {
            try SettingStore($0).schoolSetting(Self.parentsText, school: school.id)
        }
        guard let stored else { return .proposed }
        do {
            return try JSONDecoder().decode(ParentsText.self, from: Data(stored.utf8))
        } catch {
            throw TrackerError.storage(.unreadable(field: "text for parents", text: stored))
        }
    }

    /// Changes the school's words on the sheets.
    ///
    /// - Returns: what they were before.
    /// - Throws: ``TrackerError/notAllowed(_:role:)``, ``TrackerError/fields(_:)``.
    public func setParentsText(_ text: ParentsText, school: School, as caller: Caller) async throws -> ParentsText {
        try require(.manageSchool, caller, in: school)
        let heading = trimBlanks(text.heading)
        let body = trimBlanks(text.text.replacing("\r\n", with: "\n"))
        var problems: [FieldProblem] = []
        if heading.isEmpty { problems.append(FieldProblem("heading", "Enter the heading.")) }
        if heading.count > 120 {
            problems.append(FieldProblem("heading", "The heading must be 120 characters or fewer."))
        }
        let given = ParentsText(heading: heading, text: body)
        if body.count > ParentsText.longest || given.paragraphs.count > ParentsText.mostParagraphs {
            problems.append(
                FieldProblem(
                    "text",
                    "The text must be 1,000 characters or fewer in 5 paragraphs or fewer, so that every sheet stays on one page. It has \(body.count) characters in \(given.paragraphs.count) paragraphs."
                ))
        }
        guard problems.isEmpty else { throw TrackerError.fields(problems) }
        let before = try await parentsText(of: school)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let json = String(decoding: try encoder.encode(given), as: UTF8.self)
        try await database.write {
            try SettingStore($0).setSchoolSetting(json, key: Self.parentsText, school: school.id)
        }
        return before
    }
}
