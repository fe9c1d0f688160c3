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
        let cells = sheet.pupils.flatMap { pupil in
            let states = sheet.cells(of: pupil)
            return sheet.columns.all.filter { states[$0.id]?.isDue ?? false }
                .map { MissingResults.Cell(pupil: pupil, column: $0) }
        }
        return MissingResults(done: sheet.done, due: sheet.due, subjects: sheet.subjects, cells: cells)
    }

    /// The same as JSON.
    public static func json(_ missing: MissingResults) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.member("due", missing.due)
            json.member("done", missing.done)
            json.array("subjects") { json in
                for subject in missing.subjects {
                    json.object { json in
                        json.member("subject", subject.subject.rawValue)
                        json.member("name", subject.subject.title)
                        json.member("done", subject.done)
                        json.member("due", subject.due)
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
