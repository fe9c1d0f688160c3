/// The column of the multiplication tables check (Year 4): one mark, 0 to 25, or a code. There is no pass mark.
public struct MultiplicationColumns: AssessmentColumns {
    /// The highest mark.
    public static let maximum = 25

    public let year: Int
    public let mark: Column
    public let filters: [ColumnFilter]

    public var kind: AssessmentKind { .mtc }
    public var yearGroup: YearGroup { .year4 }
    public var isStatutory: Bool { true }
    public var all: [Column] { [mark] }

    init(year: Int, codes: CodeLists) {
        self.year = year
        mark = Column(
            id: "mark", subject: .mathematics, kind: .mark(maximum: Self.maximum), title: "mark",
            codes: codes.codes(.mtc, .mathematics, .test, year: year), fullTitle: "Multiplication tables check mark")
        filters = [ColumnFilter("check", "Check", groups: [.init("Multiplication tables check", [mark])])]
    }

    public func row(_ facts: Facts, earlier: Facts, tables: ConversionTables) -> MultiplicationRow {
        MultiplicationRow(columns: self, facts: facts)
    }
}
