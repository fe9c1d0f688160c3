import Assessment

extension MatrixSide {
    /// What stands for the result of each pupil of a cohort, in words: `Just At`, `EXS`, `100–109`, or why there is none.
    public func results(in cohort: JourneyCohort) -> [Int64: String] {
        let axis = MatrixAxis(self, cohort.journeys, cohort: cohort)
        var results: [Int64: String] = [:]
        for (journey, placement) in zip(cohort.journeys, axis.placements) {
            switch placement {
            case .category(let category):
                if case .judgement = point {
                    results[journey.pupil.id] = category.words ?? category.title
                } else {
                    results[journey.pupil.id] = category.title
                }
            case .missing(let reason): results[journey.pupil.id] = reason
            }
        }
        return results
    }
}
