/// The mark from which the standard of the phonics screening check is met, by year, as published: never computed.
public struct PhonicsThresholds: Sendable, Hashable {
    /// The highest mark of the check.
    public static let maximum = 40

    private var marks: [Int: Int]

    /// - Parameter marks: the lowest mark that meets the standard, 0 to 40, by calendar year.
    public init(_ marks: [Int: Int] = [:]) { self.marks = marks }

    init(reading table: ShippedTable) throws(ShippedDataError) {
        marks = [:]
        for row in table.rows.indices {
            let mark = try table.number("threshold", row: row)
            let maximum = try table.number("max", row: row)
            guard (0...Self.maximum).contains(mark), maximum == Self.maximum else {
                throw .malformed(file: table.name, line: row + 2)
            }
            marks[try table.number("year", row: row)] = mark
        }
    }

    /// nil for a year of which none is known yet.
    public func threshold(_ year: Int) -> Int? { marks[year] }

    /// These with others laid over them.
    public func adding(_ more: [Int: Int]) -> PhonicsThresholds {
        PhonicsThresholds(marks.merging(more) { _, new in new })
    }
}
