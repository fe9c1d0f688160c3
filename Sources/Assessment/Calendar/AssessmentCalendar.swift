/// Which assessment was held in which year, from the shipped file `assessment_years.csv`.
///
/// Source: domain page of the assessments, "Which cohort has what". The calendar is data: a year that is unlike the others
/// is a line in the file.
public struct AssessmentCalendar: Sendable {
    private struct Key: Hashable {
        let kind: AssessmentKind
        let yearGroup: YearGroup
    }

    private var spans: [Key: [(years: ClosedRange<Int>, holding: AssessmentHolding)]] = [:]

    public init() {}

    init(reading table: ShippedTable) throws(ShippedDataError) {
        for row in table.rows.indices {
            guard let kind = try AssessmentKind(rawValue: table.text("assessment", row: row)),
                let group = try YearGroup(rawValue: table.text("year_group", row: row))
            else { throw .malformed(file: table.name, line: row + 2) }
            let from = try table.number("from_year", row: row)
            let to = try table.optionalNumber("to_year", row: row) ?? 2100
            let note = try table.text("note", row: row)
            let holding: AssessmentHolding
            switch try table.text("status", row: row) {
            case "statutory": holding = .statutory(note: note.isEmpty ? nil : note)
            case "optional": holding = .optional(note: note.isEmpty ? nil : note)
            case "not_held" where !note.isEmpty: holding = .notHeld(reason: note)
            default: throw .malformed(file: table.name, line: row + 2)
            }
            guard from <= to else { throw .malformed(file: table.name, line: row + 2) }
            spans[Key(kind: kind, yearGroup: group), default: []].append((from...to, holding))
        }
    }

    /// Whether an assessment was held in a year.
    ///
    /// - Parameters:
    ///   - year: the calendar year in which the school year ends.
    ///   - yearGroup: nil for the one that takes it; Year 2 for the phonics check taken again.
    public func holding(of kind: AssessmentKind, year: Int, yearGroup: YearGroup? = nil) -> AssessmentHolding {
        let group = yearGroup ?? kind.yearGroup
        return spans[Key(kind: kind, yearGroup: group), default: []].first { $0.years.contains(year) }?.holding
            ?? .notHeld(reason: "\(group.title) has none.")
    }

    /// Years within a range in which an assessment was held, in order.
    public func years(of kind: AssessmentKind, yearGroup: YearGroup? = nil, in years: ClosedRange<Int>) -> [Int] {
        years.filter { holding(of: kind, year: $0, yearGroup: yearGroup).isHeld }
    }
}
