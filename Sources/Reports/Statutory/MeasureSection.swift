public import Assessment

/// Measures of an assessment that a report shows together.
public struct MeasureSection: Sendable, Hashable, Identifiable {
    /// Within its assessment: `areas`.
    public let id: String
    public let title: String
    public let measures: [StatutoryMeasure]

    private init(_ id: String, _ title: String, _ measures: [String]) {
        self.id = id
        self.title = title
        self.measures = measures.compactMap(StatutoryMeasure.measure)
    }

    /// The sections of an assessment's report; the first are its headlines.
    public static func sections(of kind: AssessmentKind) -> [MeasureSection] {
        switch kind {
        case .eyfsp:
            [
                MeasureSection("profile", "The profile", ["eyfsp.gld", "eyfsp.all_goals", "eyfsp.average_goals"]),
                MeasureSection(
                    "areas", "Expected level in the areas of learning",
                    Subject.areasOfLearning.map { "eyfsp.area.\($0.rawValue)" }),
                MeasureSection(
                    "goals", "Expected level in the early learning goals",
                    (1...17).map { "eyfsp.goal.e\($0 < 10 ? "0" : "")\($0)" }),
            ]
        case .phonics:
            [
                MeasureSection(
                    "year1", "Year 1",
                    ["phonics.year1", "phonics.recheck", "phonics.near_misses", "phonics.year1.average_mark"]),
                MeasureSection(
                    "year2", "Year 2", ["phonics.end_of_year2", "phonics.year2", "phonics.year2.average_mark"]),
            ]
        case .ks1:
            [
                MeasureSection("together", "Reading, writing and mathematics", ["ks1.rwm", "ks1.rwm_higher"]),
                MeasureSection(
                    "subjects", "By subject",
                    ["reading", "writing", "mathematics"].flatMap { ["ks1.\($0)", "ks1.\($0)_higher"] }
                        + ["ks1.science"]),
            ]
        case .mtc:
            [
                MeasureSection("check", "The check", ["mtc.average", "mtc.full_marks", "mtc.took"]),
                MeasureSection(
                    "bands", "By mark",
                    StatutoryMeasure.multiplicationBands.map {
                        "mtc.band.\($0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)")"
                    }),
            ]
        case .ks2:
            [
                MeasureSection("together", "Reading, writing and mathematics", ["ks2.rwm", "ks2.rwm_higher"]),
                MeasureSection(
                    "subjects", "By subject",
                    KeyStage2Area.allCases.filter { $0 != .rwm }.flatMap { area in
                        let id = "ks2.\(area.rawValue)"
                        return [id] + (area.hasHigherStandard ? ["\(id)_higher"] : [])
                            + (area.isTest ? ["\(id).average_scaled_score"] : [])
                    }),
            ]
        case .summative: []
        }
    }

    /// The measures of an assessment that are shown group by group.
    public static func compared(_ kind: AssessmentKind) -> [StatutoryMeasure] {
        let ids: [String] =
            switch kind {
            case .eyfsp: ["eyfsp.gld", "eyfsp.all_goals", "eyfsp.average_goals"]
            case .phonics: ["phonics.year1", "phonics.year1.average_mark", "phonics.end_of_year2"]
            case .ks1: ["ks1.rwm", "ks1.reading", "ks1.writing", "ks1.mathematics"]
            case .mtc: ["mtc.full_marks", "mtc.average", "mtc.took"]
            case .ks2: ["ks2.rwm"]
            case .summative: []
            }
        return ids.compactMap(StatutoryMeasure.measure)
    }
}
