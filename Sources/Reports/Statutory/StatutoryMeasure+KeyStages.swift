import Assessment

extension StatutoryMeasure {
    private static let together: [Subject] = [.reading, .writing, .mathematics]
    private static let togetherTitle = "Reading, writing and mathematics"

    /// End of Key Stage 1, by teacher assessment; everybody counts but L.
    static let keyStage1: [StatutoryMeasure] = {
        func measure(_ id: String, _ title: String, _ level: AttainmentLevel, _ subjects: [Subject])
            -> StatutoryMeasure
        {
            let isHigher = level == .higher
            return StatutoryMeasure(
                "ks1.\(id)\(isHigher ? "_higher" : "")",
                "\(title): \(isHigher ? "greater depth" : "expected standard")", .ks1,
                national: subjects.count > 1
                    ? nil
                    : NationalName(
                        assessment: "ks1", subject: id, measure: isHigher ? "pct_higher" : "pct_expected")
            ) { row, _ in
                guard let row = row as? KeyStageRow, row.columns.kind == .ks1 else { return .notRecorded }
                let standings = subjects.map { row.standing(ofTeacherAssessment: $0) }
                return MeasureVerdict(SubjectStanding.together(standings), atLeast: level)
            }
        }
        let both: [AttainmentLevel] = [.expected, .higher]
        return both.map { measure("rwm", togetherTitle, $0, together) }
            + together.flatMap { subject in both.map { measure(subject.rawValue, subject.title, $0, [subject]) } }
            + [measure("science", Subject.science.title, .expected, [.science])]
    }()

    /// End of Key Stage 2, as the outcomes report counts it.
    static let keyStage2: [StatutoryMeasure] = {
        func measure(_ area: KeyStage2Area, _ level: AttainmentLevel) -> StatutoryMeasure {
            let isHigher = level == .higher
            let higherTitle = area == .writing ? "greater depth" : "higher standard"
            return StatutoryMeasure(
                "ks2.\(area.rawValue)\(isHigher ? "_higher" : "")",
                "\(area.title): \(isHigher ? higherTitle : "expected standard")", .ks2,
                national: NationalName(
                    assessment: "ks2", subject: area.rawValue, measure: isHigher ? "pct_higher" : "pct_expected")
            ) { row, plus in
                guard let row = row as? KeyStageRow, row.columns.kind == .ks2 else { return .notRecorded }
                let standing =
                    area.subject.map { row.standing($0, specialConsideration: plus) }
                    ?? row.standingInAllThree(specialConsideration: plus)
                return MeasureVerdict(standing, atLeast: level)
            }
        }
        return KeyStage2Area.allCases.flatMap { area in
            (area.hasHigherStandard ? [AttainmentLevel.expected, .higher] : [.expected]).map { measure(area, $0) }
        } + [KeyStage2Area.reading, .gps, .mathematics].map(averageScaledScore)
    }()

    /// Over pupils with a scaled score, as the measures count it.
    private static func averageScaledScore(_ area: KeyStage2Area) -> StatutoryMeasure {
        StatutoryMeasure(
            "ks2.\(area.rawValue).average_scaled_score", "\(area.title): average scaled score", .ks2,
            unit: .average(maximum: 120),
            national: NationalName(assessment: "ks2", subject: area.rawValue, measure: "average_scaled_score")
        ) { row, plus in
            guard let row = row as? KeyStageRow, row.columns.kind == .ks2, let subject = area.subject else {
                return .notRecorded
            }
            switch row.standing(subject, specialConsideration: plus) {
            case .counted(_, _, let score?): return .counted(score.counted(applyingSpecialConsideration: plus))
            case .counted(_, let code, nil): return .leftOut(code: code ?? "no score")
            case let standing: return MeasureVerdict(standing, atLeast: .expected)
            }
        }
    }
}
