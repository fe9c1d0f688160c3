/// The national figures that ship with the program, looked up by what a report compares.
public struct NationalFigures: Sendable {
    private struct Key: Hashable {
        let assessment: String
        let subject: String
        let group: String
        let measure: String
    }

    private var figures: [Key: [NationalFigure]] = [:]

    public init(_ figures: [NationalFigure]) {
        self.figures = Dictionary(grouping: figures) {
            Key(assessment: $0.assessment, subject: $0.subject, group: $0.group, measure: $0.measure)
        }
    }

    init(reading table: ShippedTable) throws(ShippedDataError) {
        var read: [NationalFigure] = []
        for row in table.rows.indices {
            guard let value = try Double(table.text("value", row: row)),
                let basis = try NationalFigure.Basis(rawValue: table.text("basis", row: row))
            else { throw .malformed(file: table.name, line: row + 2) }
            try read.append(
                NationalFigure(
                    year: table.number("year", row: row), assessment: table.text("assessment", row: row),
                    subject: table.text("subject", row: row), group: table.text("group", row: row),
                    measure: table.text("measure", row: row), value: value, basis: basis,
                    release: table.text("release", row: row)))
        }
        self.init(read)
    }

    /// The figure to stand beside a school's own of `year`: of that year, or of the last year before it that has one.
    ///
    /// Within a year a figure for all schools goes before one for state-funded schools, and a later release before an
    /// earlier one. The caller shows the figure's own year and basis.
    public func figure(assessment: String, subject: String, group: String = "all", measure: String, year: Int)
        -> NationalFigure?
    {
        func rank(_ figure: NationalFigure) -> (Int, Int, Int) {
            let release = ["provisional", "revised", "final"].firstIndex(of: figure.release) ?? 0
            return (figure.year, figure.basis == .allSchools ? 1 : 0, release)
        }
        return figures[Key(assessment: assessment, subject: subject, group: group, measure: measure)]?
            .filter { $0.year <= year }
            .max { rank($0) < rank($1) }
    }
}
