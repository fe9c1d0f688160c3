import Assessment

/// What the values of one part are judged with: looked up once and not for each pupil.
final class JudgedPart {
    let part: ResultPart
    let columns: any AssessmentColumns
    /// The columns of the part that take values, in the order of the grid.
    let stored: [ColumnID]
    /// The same for all parts of the assessment and year.
    let classifier: SubjectClassifier

    init(_ part: ResultPart, columns: any AssessmentColumns, classifier: SubjectClassifier) {
        self.part = part
        self.columns = columns
        self.classifier = classifier
        stored = columns.stored.map(\.id).filter { ResultPart.name(part.assessment.kind, $0) == part.name }
    }
}
