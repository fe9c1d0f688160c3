public import Assessment
public import Reports

/// What is to be copied forward: the judgements of one term as a beginning for a later one.
public struct JudgementCopy: Sendable, Hashable {
    /// Where the pupils are in the year of the later term.
    public var yearGroup: YearGroup
    /// nil for the whole year group.
    public var className: String?
    public var from: TermPoint
    public var to: TermPoint
    /// nil for every subject that the school judges.
    public var subject: Subject?

    public init(
        yearGroup: YearGroup, className: String? = nil, from: TermPoint, to: TermPoint, subject: Subject? = nil
    ) {
        self.yearGroup = yearGroup
        self.className = className
        self.from = from
        self.to = to
        self.subject = subject
    }

    /// `5 Kestrel`, or `Year 5`.
    public var who: String { className ?? yearGroup.title }

    func check(_ settings: SummativeSettings) throws(TrackerError) {
        guard from < to else {
            throw .fields([
                FieldProblem("from", "The term to copy from must be before \(to.title). Choose an earlier one.")
            ])
        }
        guard AssessmentKind.summative.yearGroups.contains(yearGroup) else {
            throw .fields([FieldProblem("year-group", "The year group must be Reception or Year 1 to Year 6.")])
        }
        if let subject, !settings.subjects.contains(subject) {
            throw .fields([
                FieldProblem(
                    "subject",
                    "The subject must be one that the school judges: \(settings.subjects.map(\.title).joined(separator: ", "))."
                )
            ])
        }
    }
}
