import Assessment
public import Storage

extension Tracker {
    /// Enters many values together, in one transaction: what is valid is stored, the rest is answered cell by cell.
    ///
    /// Durable when it returns. A cell whose value stands there already answers saved and writes nothing.
    ///
    /// - Throws: ``TrackerError`` when the whole block is refused: the role, the date, more than
    ///   ``CellBlock/largest`` cells, a cell that comes twice. Nothing is stored then.
    public func enter(_ block: CellBlock, school: School, source: ResultSource, as caller: Caller) async throws
        -> EnteredBlock
    {
        let right = try entryRight(block.assessment, year: block.year, school: school, as: caller)
        let rules = try await rowRules(block.assessment, school: school, year: block.year, right: right)
        guard block.cells.count <= CellBlock.largest else {
            throw TrackerError.fields([
                FieldProblem(
                    "cells",
                    "There must be 5,000 cells or fewer at a time, not \(block.cells.count). Enter them in parts, or import a file."
                )
            ])
        }
        let date = try block.date ?? defaultAssessmentDate(block.year)
        try checkAssessmentDate(date, block.year)
        let stamp = stamp(caller, in: school, source: source)
        let (summatives, columns) = (summatives, columnsCache)
        let stored = try await database.write { session in
            var entry = BlockEntry(
                block: block, rules: try rules.current(session, summatives, columns), date: date, stamp: stamp)
            try entry.run(session)
            return entry.outcome
        }
        let className: String?
        switch block.progress {
        case .group(let name): className = name
        case .pupilsClass: className = stored.classes.count == 1 ? stored.classes.first ?? nil : nil
        }
        let yearGroup = stored.yearGroups.count == 1 ? stored.yearGroups.first : nil
        let snapshot = try await snapshot(
            YearGroupAssessment(block.assessment, yearGroup), school: school, year: block.year)
        let (done, due) = Self.completeness(snapshot, snapshot.pupils(ofClass: className))
        return EnteredBlock(answers: stored.answers, rows: stored.rows, done: done, due: due)
    }
}
