import Assessment

/// Decides what becomes of a file's values, subject by subject, by the rules between the columns (``KeyStage2Row``).
struct SubjectClassifier {
    private let columns: KeyStage2Columns
    private let tables: ConversionTables
    private var kept: [SubjectCase: [Verdict]] = [:]

    init(columns: KeyStage2Columns, tables: ConversionTables) {
        self.columns = columns
        self.tables = tables
    }

    /// One verdict for each incoming value, in their order.
    mutating func verdicts(_ subject: SubjectCase) -> [Verdict] {
        if let known = kept[subject] { return known }
        var decision = SubjectDecision(subject, columns: columns, tables: tables)
        let verdicts = decision.decide()
        // Enough for every mark of every test; a file of nonsense must not fill the memory.
        if kept.count < 20_000 { kept[subject] = verdicts }
        return verdicts
    }
}
