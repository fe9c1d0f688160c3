import Assessment

/// Decides what becomes of a file's values of an assessment and year, part by part, by the rules between the columns
/// (``AssessmentRow``).
final class SubjectClassifier {
    private let columns: any AssessmentColumns
    private let tables: ConversionTables
    private var kept: [SubjectCase: JudgedCase] = [:]

    init(columns: any AssessmentColumns, tables: ConversionTables) {
        self.columns = columns
        self.tables = tables
    }

    /// One verdict for each incoming value, in their order.
    func judge(_ subject: SubjectCase) -> JudgedCase {
        if let known = kept[subject] { return known }
        var decision = SubjectDecision(subject, columns: columns, tables: tables)
        let judged = JudgedCase(decision.decide())
        // Enough for every mark of every test; a file of nonsense must not fill the memory.
        if kept.count < 20_000 { kept[subject] = judged }
        return judged
    }
}
