import Assessment

/// Decides what becomes of a file's values, part by part, by the rules between the columns (``AssessmentRow``).
struct SubjectClassifier {
    private let columns: any AssessmentColumns
    private let tables: ConversionTables
    private var kept: [SubjectCase: [Verdict]] = [:]

    init(columns: any AssessmentColumns, tables: ConversionTables) {
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
