public import Assessment

/// Progress between two terms by teachers' own judgements, by subject and group: below, expected or better.
///
/// Source: domain page of the measures. A pupil's step is the judgement then against the judgement now; no judgement at one
/// end is not assessed and counted apart, so percentages are of those with both.
public struct SummativeProgress: Sendable {
    /// One pupil of a figure with both judgements.
    public struct Pupil: Sendable, Hashable {
        public let id: Int64
        public let from: Judgement?
        public let to: Judgement?
        /// In the words of its term; nil when not assessed.
        public let fromLabel: JudgementLabel?
        public let toLabel: JudgementLabel?

        public var step: ProgressStep {
            guard let from, let to else { return .notAssessed }
            return to < from ? .below : to > from ? .better : .expected
        }
    }

    /// One subject of one group.
    public struct Figure: Sendable, Hashable {
        public let subject: Subject
        public let group: GroupSelection
        /// Everybody of the group, in the order of the cohort.
        public let pupils: [Pupil]

        public func pupils(_ step: ProgressStep) -> [Pupil] { pupils.filter { $0.step == step } }

        public func count(_ step: ProgressStep) -> Int { pupils.reduce(0) { $0 + ($1.step == step ? 1 : 0) } }

        /// How many have a judgement in both terms.
        public var assessed: Int { pupils.count - count(.notAssessed) }

        /// Of those with a judgement in both terms; not of ``ProgressStep/notAssessed``, which is of everybody.
        public func share(_ step: ProgressStep) -> Share {
            Share(count: count(step), of: step == .notAssessed ? pupils.count : assessed)
        }
    }

    /// The calendar year in which the school year of the cohort ends.
    public let year: Int
    public let from: TermPoint
    public let to: TermPoint
    public let subjects: [Subject]
    public let groups: [GroupSelection]
    /// By group, then subject; groups without a pupil are left away, but the first stays.
    public let figures: [Figure]

    /// - Parameters:
    ///   - from: whichever of the two is earlier in time is the judgement then; they are exchanged when it is `to`.
    ///   - subjects: nil for those the school has switched on.
    public init(
        _ cohort: JourneyCohort, from: TermPoint, to: TermPoint, subjects: [Subject]? = nil,
        groups: [GroupSelection] = [.all]
    ) {
        year = cohort.year
        let (from, to) = (min(from, to), max(from, to))
        self.from = from
        self.to = to
        let subjects = subjects ?? cohort.settings.subjects
        self.subjects = subjects
        let fromLabels = cohort.settings.labels(of: from.term, in: from.year)
        let toLabels = cohort.settings.labels(of: to.term, in: to.year)
        var figures: [Figure] = []
        var shown: [GroupSelection] = []
        for (place, group) in groups.enumerated() {
            let journeys = cohort.pupils(in: group)
            guard place == 0 || !journeys.isEmpty else { continue }
            shown.append(group)
            let rows = journeys.map {
                (then: $0.judgements(in: from.year.endYear), now: $0.judgements(in: to.year.endYear))
            }
            for subject in subjects {
                figures.append(
                    Figure(
                        subject: subject, group: group,
                        pupils: zip(journeys, rows).map { journey, rows in
                            let then = rows.then?.judgement(from.term, subject)
                            let now = rows.now?.judgement(to.term, subject)
                            return Pupil(
                                id: journey.pupil.id, from: then, to: now,
                                fromLabel: then.map { fromLabels[$0.position] },
                                toLabel: now.map { toLabels[$0.position] })
                        }))
            }
        }
        self.figures = figures
        self.groups = shown
    }

    public func figure(_ subject: Subject, _ group: GroupSelection = .all) -> Figure? {
        figures.first { $0.subject == subject && $0.group == group }
    }
}
