public import Assessment
import Reports
public import Storage

extension Tracker {
    /// What is still to be entered, of a class or (nil) of the year group.
    public func missing(
        _ assessment: YearGroupAssessment, school: School, year: SchoolYear, className: String?, as caller: Caller
    ) async throws -> MissingResults {
        let sheet = try await grid(assessment, school: school, year: year, className: className, as: caller)
        if let className, !sheet.snapshot.classes.contains(className) {
            throw TrackerError.fields([
                FieldProblem(
                    "class",
                    "There is no class “\(className.prefix(40))” in \(assessment.yearGroup.title) in \(year.label). Enter one of \(sheet.snapshot.classes.joined(separator: ", "))."
                )
            ])
        }
        if sheet.columns.kind == .summative { return try await missingJudgements(sheet, year) }
        let cells = sheet.pupils.flatMap { pupil in
            let states = sheet.cells(of: pupil)
            return sheet.columns.all.filter { states[$0.id]?.isDue ?? false }
                .map { MissingResults.Cell(pupil: pupil, column: $0) }
        }
        let parts = sheet.subjects.map { count in
            MissingResults.Part(
                id: count.subject.rawValue, title: count.subject.title, done: count.done, due: count.due)
        }
        return MissingResults(done: sheet.done, due: sheet.due, parts: parts, cells: cells)
    }

    /// One judgement for each pupil, subject and term up to the one that is going on.
    private func missingJudgements(_ sheet: GridSheet, _ year: SchoolYear) async throws -> MissingResults {
        let last = try await lastTerm(of: year, school: sheet.snapshot.school)
        let rows = sheet.pupils.compactMap { pupil in
            (sheet.snapshot.row(pupil.id) as? SummativeRow).map { (pupil: pupil, row: $0) }
        }
        let terms = TermCompleteness.terms(of: rows.map(\.row), upTo: last)
        return MissingResults(
            done: terms.reduce(0) { $0 + $1.done }, due: terms.reduce(0) { $0 + $1.due },
            parts: terms.map { .init(id: $0.term.rawValue, title: $0.term.title, done: $0.done, due: $0.due) },
            cells: rows.flatMap { pupil, row in
                row.columns.all.compactMap { column in
                    guard let (term, subject) = SummativeColumns.parts(column.id), term <= last,
                        row.judgement(term, subject) == nil
                    else { return nil }
                    return MissingResults.Cell(pupil: pupil, column: column)
                }
            })
    }

    /// The term of a year that is going on, by the school's dates; the last one of a year that is over, and the first of one that
    /// has not begun.
    public func lastTerm(of year: SchoolYear, school: School) async throws -> SummativeTerm {
        guard let today = clock.today(), SchoolYear.containing(today).map({ year >= $0 }) ?? false else {
            return .summer2
        }
        return try await summative(of: school).settings.terms.term(on: today, in: year)
    }

    /// The same as JSON.
    public static func json(_ missing: MissingResults) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.member("due", missing.due)
            json.member("done", missing.done)
            json.array("subjects") { json in
                for part in missing.parts {
                    json.object { json in
                        json.member("subject", part.id)
                        json.member("name", part.title)
                        json.member("done", part.done)
                        json.member("due", part.due)
                    }
                }
            }
            json.array("missing") { json in
                for cell in missing.cells {
                    json.object { json in
                        json.member("pupil", cell.key)
                        json.member("label", cell.pupil.displayName)
                        json.member("column", cell.column.id.rawValue)
                        json.member("name", cell.column.fullTitle)
                    }
                }
            }
        }
        return json.bytes
    }
}

extension GridSheet {
    /// How much of each subject is in, in the order of the grid.
    public var subjects: [MissingResults.SubjectCount] {
        var order: [Subject] = []
        for column in columns.all where !order.contains(column.subject) { order.append(column.subject) }
        var counts: [Subject: (done: Int, due: Int)] = [:]
        for pupil in pupils {
            for (subject, count) in snapshot.row(pupil.id)?.completenessBySubject() ?? [:] {
                counts[subject, default: (0, 0)].done += count.done
                counts[subject, default: (0, 0)].due += count.due
            }
        }
        return order.map {
            MissingResults.SubjectCount(subject: $0, done: counts[$0]?.done ?? 0, due: counts[$0]?.due ?? 0)
        }
    }
}
