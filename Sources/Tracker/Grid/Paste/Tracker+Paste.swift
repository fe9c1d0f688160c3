public import Assessment
public import Storage

extension Tracker {
    /// Says what a pasted block means; stores nothing.
    ///
    /// - Throws: ``TrackerError`` for who may not enter results, an unknown column, or a block of more than
    ///   ``CellBlock/largest`` cells.
    public func pastePlan(
        _ request: PasteRequest, _ assessment: YearGroupAssessment, school: School, year: SchoolYear, as caller: Caller
    ) async throws -> PastePlan {
        _ = try entryRight(assessment.kind, year: year, school: school, as: caller)
        let sheet = try await grid(assessment, school: school, year: year, className: nil, as: caller)
        guard sheet.columns.column(request.column) != nil else {
            throw TrackerError.fields([
                FieldProblem("column", "“\(request.column.rawValue.prefix(40))” is not a column of this grid.")
            ])
        }
        let byKey = Dictionary(
            sheet.pupils.flatMap { pupil in
                [(String(pupil.id), pupil)] + (pupil.upn.map { [($0.text, pupil)] } ?? [])
            }, uniquingKeysWith: { first, _ in first })
        let pupils = request.pupils.compactMap { key -> PastePupil? in
            guard let pupil = byKey[key], let row = sheet.snapshot.row(pupil.id) else { return nil }
            return PastePupil(key: key, pupil: pupil, row: row)
        }
        let shown = request.columns.filter { sheet.columns.column($0) != nil }
        let known = PasteRequest(
            text: request.text, pupil: request.pupil, column: request.column,
            columns: shown.contains(request.column) ? shown : [request.column], pupils: request.pupils,
            answers: request.answers)
        let plan = PasteReader(request: known, columns: sheet.columns, pupils: pupils).plan()
        guard plan.cells.count <= CellBlock.largest else {
            throw TrackerError.fields([
                FieldProblem("text", "There must be 5,000 cells or fewer at a time. Paste in parts, or import a file.")
            ])
        }
        return plan
    }
}
