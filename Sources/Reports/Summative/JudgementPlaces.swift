import Assessment

/// A teacher's judgement in one term, in the words of that term.
struct JudgementPlaces: MatrixPlaces {
    let yearGroup: YearGroup
    let term: SummativeTerm
    let subject: Subject
    let usual: [MatrixCategory]

    init(yearGroup: YearGroup, term: SummativeTerm, subject: Subject, cohort: JourneyCohort) {
        self.yearGroup = yearGroup
        self.term = term
        self.subject = subject
        // The year in which most of these pupils were in that year group.
        let now = cohort.yearGroup ?? yearGroup
        let year = SchoolYear(endYear: cohort.year - (now.ageAtStart - yearGroup.ageAtStart))
        let labels = year.map { cohort.settings.labels(of: term, in: $0) } ?? JudgementLabels.standard
        usual = zip(Judgement.allCases, labels).map { judgement, label in
            MatrixCategory(
                id: judgement.rawValue, title: label.short, words: label.words,
                levels: judgement.level...judgement.level, rank: judgement.position, order: judgement.position)
        }
    }

    var family: String { "summative" }
    var isTwoLevel: Bool { false }

    func placement(of journey: PupilJourney) -> MatrixAxis.Placement {
        guard let row = journey.row(.summative, yearGroup) as? SummativeRow,
            let judgement = row.judgement(term, subject)
        else { return .missing("Not assessed") }
        return .category(usual[judgement.position])
    }
}
