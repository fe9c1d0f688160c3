import Assessment

/// How pupils are put on one side of a conversion matrix; one for each assessment.
protocol MatrixPlaces {
    var usual: [MatrixCategory] { get }
    var family: String { get }
    var isTwoLevel: Bool { get }
    var hasStandard: Bool { get }
    func placement(of journey: PupilJourney) -> MatrixAxis.Placement
}

extension MatrixPlaces {
    var hasStandard: Bool { true }

    /// Why a pupil who is not counted has no place.
    func missing(_ standing: SubjectStanding, _ row: any AssessmentRow) -> MatrixAxis.Placement {
        switch standing {
        case .leftOut(let code): .missing(AssessmentCohort.words(code, row))
        case .incomplete: .missing("A part is missing")
        case .awaitingTable: .missing("No table or threshold for \(row.columns.year) yet")
        case .notRecorded, .counted: .missing(Self.nothing)
        }
    }

    static var nothing: String { "Nothing recorded" }

    /// A code in place of a result.
    func code(_ code: String, _ words: String?, level: AttainmentLevel?) -> MatrixCategory {
        let says = !CodeLevels.silent.contains(code)
        return MatrixCategory(
            id: code, title: code, words: words, levels: CodeLevels.range(code, level), rank: nil,
            order: says ? (level == .below ? -10 : 500) : 1000)
    }

    func words(_ text: String, _ row: any AssessmentRow) -> String? {
        for column in row.columns.all {
            if let known = column.code(text) { return known.meaning }
        }
        return nil
    }
}
