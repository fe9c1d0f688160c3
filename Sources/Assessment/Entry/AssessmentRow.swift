/// One pupil's row of one assessment and year as it follows from the stored facts: the same for every assessment.
///
/// A value made anew whenever facts or tables change, so nothing in it can be out of date.
public protocol AssessmentRow: Sendable {
    associatedtype Columns: AssessmentColumns

    var columns: Columns { get }
    /// What is stored of the pupil under the assessment and year of ``columns``.
    var facts: Facts { get }

    /// Works every cell of the row out, one after the other, each column once, in no particular order.
    func forEachCell(_ body: (Column, CellState) -> Void)

    /// Checks a new value against its column's form and against the pupil's other values.
    ///
    /// - Parameters:
    ///   - text: as typed or as it stands in the file; blank clears the cell, which is always allowed.
    ///   - source: a file may bring codes that nobody types.
    /// - Returns: the canonical value to store; nil clears.
    /// - Throws: what is wrong, what is allowed, what to do.
    func check(_ text: String, in id: ColumnID, source: EntrySource) throws(EntryProblem) -> String?

    /// The same facts with one value changed.
    func setting(_ id: ColumnID, to value: String?) -> Self

    /// How many results are due of the pupil and how many of them are in.
    func completeness() -> (done: Int, due: Int)

    /// The same, subject by subject (area by area of the profile).
    func completenessBySubject() -> [Subject: (done: Int, due: Int)]

    /// What the program could fill in by a rule of the assessment, for a person to accept; nothing happens unasked.
    func offers() -> [EntryOffer]
}

extension AssessmentRow {
    /// Every cell of the row.
    public func cells() -> [ColumnID: CellState] {
        var cells: [ColumnID: CellState] = [:]
        cells.reserveCapacity(columns.all.count)
        forEachCell { column, cell in cells[column.id] = cell }
        return cells
    }

    /// One cell; nil for a column that the assessment does not have in this year.
    public func cell(_ id: ColumnID) -> CellState? { cells()[id] }

    /// Whether nothing at all is recorded of the pupil.
    public var isEmpty: Bool { facts.isEmpty }

    public func offers() -> [EntryOffer] { [] }

    /// Everything under the first column's subject: right for an assessment of one.
    public func completenessBySubject() -> [Subject: (done: Int, due: Int)] {
        columns.all.first.map { [$0.subject: completeness()] } ?? [:]
    }

    /// What the row shows, derived values included, by column; columns without a value are left away.
    public func values() -> [ColumnID: String] { cells().compactMapValues(\.value) }

    func unknownColumn(_ id: ColumnID) -> EntryProblem {
        EntryProblem(
            .invalid,
            "\(columns.kind.title) \(columns.year) has no column “\(id)”. Enter one of \(columns.stored.map(\.id.rawValue).joined(separator: ", "))."
        )
    }
}
