import Assessment

/// A cohort as one reader may see it: whole, or with small groups withheld.
enum CohortSource {
    case open(AssessmentCohort)
    case closed(CohortVisibility)

    init(_ cohort: AssessmentCohort, suppression: Suppression?) {
        self = suppression.map { .closed($0.visibility(of: cohort)) } ?? .open(cohort)
    }

    /// nil where a figure is withheld.
    mutating func figures(_ measure: StatutoryMeasure, _ groups: [GroupSelection]) -> [MeasureFigure?] {
        switch self {
        case .open(let cohort): return cohort.figures(measure, groups)
        case .closed(var visibility):
            let figures = visibility.figures(measure, groups)
            self = .closed(visibility)
            return figures
        }
    }

    /// nil where it is withheld.
    mutating func distribution(_ measure: StatutoryMeasure, _ group: GroupSelection) -> MarkDistribution? {
        switch self {
        case .open(let cohort): return cohort.distribution(measure, group)
        case .closed(var visibility):
            let distribution = visibility.distribution(measure, group)
            self = .closed(visibility)
            return distribution
        }
    }
}

/// The cohorts of a report, each made ready for its reader when it is first asked for.
struct CohortSources {
    private struct Key: Hashable {
        let kind: AssessmentKind
        let yearGroup: YearGroup
        let year: Int
    }

    private let suppression: Suppression?
    private let cohorts: [Key: AssessmentCohort]
    private var ready: [Key: CohortSource] = [:]

    /// - Parameter suppression: for a reader who may not see small groups; nil for one who may.
    init(_ cohorts: [AssessmentCohort], suppression: Suppression?) {
        self.suppression = suppression
        self.cohorts = Dictionary(
            cohorts.map { (Key(kind: $0.kind, yearGroup: $0.yearGroup, year: $0.year), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The groups that can be asked of a measure's cohort; none where it has nobody.
    func groups(_ measure: StatutoryMeasure, _ year: Int) -> [PupilGroup] {
        cohorts[Key(kind: measure.kind, yearGroup: measure.yearGroup, year: year)]?.groups ?? []
    }

    /// The cohort of a measure in a year; nil where it has nobody.
    subscript(_ measure: StatutoryMeasure, _ year: Int) -> CohortSource? {
        mutating get {
            let key = Key(kind: measure.kind, yearGroup: measure.yearGroup, year: year)
            if let source = ready[key] { return source }
            guard let cohort = cohorts[key] else { return nil }
            let source = CohortSource(cohort, suppression: suppression)
            ready[key] = source
            return source
        }
        set { ready[Key(kind: measure.kind, yearGroup: measure.yearGroup, year: year)] = newValue }
    }
}
