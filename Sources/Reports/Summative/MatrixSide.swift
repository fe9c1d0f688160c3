public import Assessment

/// One side of a conversion matrix: an assessment and, where it has several, the subject.
public struct MatrixSide: Sendable, Hashable, Identifiable {
    public let point: MatrixPoint
    /// nil where the assessment is of one thing alone.
    public let subject: Subject?

    /// - Parameter subject: one that the assessment does not have reads as its first, writing for the teacher assessment of
    ///   Key Stage 2, because that is the subject every pupil has.
    public init(_ point: MatrixPoint, _ subject: Subject? = nil) {
        self.point = point
        if let subject, point.subjects.contains(subject) {
            self.subject = subject
        } else {
            self.subject = point == .keyStage2TeacherAssessment ? .writing : point.subjects.first
        }
    }

    /// `ks2.test.reading`, `year5.summer2.mathematics`, `mtc`.
    public var id: String { subject.map { "\(point.id).\($0.rawValue)" } ?? point.id }

    /// Reads an ``id``; a point alone stands for its first subject.
    public init?(id: String) {
        if let point = MatrixPoint(id: id) {
            self.init(point)
            return
        }
        let parts = id.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let last = parts.last, let subject = Subject(rawValue: last),
            let point = MatrixPoint(id: parts.dropLast().joined(separator: ".")), point.subjects.contains(subject)
        else { return nil }
        self.init(point, subject)
    }

    /// `Key Stage 2 test, reading`.
    public var title: String { subject.map { "\(point.title), \($0.inSentence)" } ?? point.title }
}
