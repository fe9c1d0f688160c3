import Assessment

/// What a pupil's teachers judged term by term: it goes with the pupil's one attainment, as the statutory results do, each
/// subject and year also a little its own way; always the same for the same pupil.
struct FictionalJudgements {
    private let made: MadePupil
    private let seed: UInt64

    /// The subjects that every school judges.
    private static let subjects: [(subject: Subject, standards: Standards)] = [
        (.reading, .reading), (.writing, .writing), (.mathematics, .mathematics),
    ]
    /// How much a year, and a term in it, goes its own way, in standard deviations.
    private static let yearSpread = 0.22
    private static let termSpread = 0.14
    /// How often a pupil was away when a term was judged.
    private static let away = 0.015

    init(of made: MadePupil, schoolSeed: UInt64) {
        self.made = made
        seed = schoolSeed
    }

    /// The judgements of a school year; terms before the pupil came or after they left have none. nil when all have none.
    func result(in year: SchoolYear, yearGroup: YearGroup) -> FictionalResult? {
        var values: [(ColumnID, String)] = []
        let spans = TermDates().spans(in: year)
        for (term, span) in zip(SummativeTerm.allCases, spans) where isHere(on: span.last) {
            var draws = draws(256 + 8 * UInt64(yearGroup.ageAtStart) + UInt64(term.index))
            if draws.happens(Self.away) { continue }
            for (place, judged) in Self.subjects.enumerated() {
                let level = level(place, judged.standards, yearGroup) + Self.termSpread * draws.bell()
                values.append(
                    (SummativeColumns.id(term, judged.subject), Self.judgement(level, judged.standards).rawValue))
            }
        }
        guard !values.isEmpty else { return nil }
        return FictionalResult(
            pupilID: made.pupil.id, assessment: .summative, year: year, yearGroup: yearGroup, values: values)
    }

    private func draws(_ part: UInt64) -> SplitMix64 {
        SplitMix64(seed: seed, part: UInt64(made.pupil.id) | part << 44)
    }

    /// Where the pupil stands in a subject in a year.
    private func level(_ place: Int, _ standards: Standards, _ yearGroup: YearGroup) -> Double {
        var own = draws(32 + UInt64(place))
        var ofYear = draws(128 + 16 * UInt64(place) + UInt64(yearGroup.ageAtStart))
        let girls = made.pupil.sex == .female ? standards.girls : -standards.girls
        return made.attainment + girls + 0.7 * standards.spread * own.bell() + Self.yearSpread * ofYear.bell()
    }

    private func isHere(on day: CalendarDate) -> Bool {
        if let entry = made.pupil.entryDate, entry > day { return false }
        guard let leaving = made.pupil.leavingDate, leaving < day else { return true }
        // Who leaves at the end of the summer term was judged in it, though the school year ends later.
        return day.month == 8 && leaving.year == day.year && leaving.month >= 7
    }

    private static func judgement(_ level: Double, _ standards: Standards) -> Judgement {
        let middle = (standards.expected + standards.higher) / 2
        if level < standards.expected - 0.9 { return .significantlyBelow }
        if level < standards.expected { return .below }
        if level < middle { return .justAt }
        if level < standards.higher { return .securelyAt }
        return level < standards.higher + 0.7 ? .above : .significantlyAbove
    }
}
