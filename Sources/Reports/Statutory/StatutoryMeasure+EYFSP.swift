import Assessment

extension StatutoryMeasure {
    /// The Early Years Foundation Stage Profile, from 2022; A counts as not achieved.
    static let eyfsp: [StatutoryMeasure] = {
        func share(
            _ id: String, _ title: String, national: NationalName? = nil,
            _ standing: @escaping @Sendable (EarlyYearsRow) -> SubjectStanding
        ) -> StatutoryMeasure {
            StatutoryMeasure(id, title, .eyfsp, since: 2022, national: national) { row, _ in
                (row as? EarlyYearsRow).map { MeasureVerdict(standing($0), atLeast: .expected) } ?? .notRecorded
            }
        }
        func national(_ subject: String, _ measure: String) -> NationalName {
            NationalName(assessment: "eyfsp", subject: subject, measure: measure)
        }
        var measures = [
            share("eyfsp.gld", "Good level of development", national: national("all", "pct_gld")) { $0.goodLevel },
            share("eyfsp.all_goals", "Expected level in all 17 goals", national: national("all", "pct_all_elgs")) {
                $0.standing($0.columns.goals)
            },
            StatutoryMeasure(
                "eyfsp.average_goals", "Average number of goals at the expected level", .eyfsp,
                unit: .average(maximum: 17), since: 2022, national: national("all", "mean_elgs_expected")
            ) { row, _ in
                guard let row = row as? EarlyYearsRow else { return .notRecorded }
                if let goals = row.goalsAtExpected { return .counted(goals) }
                return MeasureVerdict(row.standing(row.columns.goals), atLeast: .expected)
            },
        ]
        for area in Subject.areasOfLearning {
            measures.append(
                share("eyfsp.area.\(area.rawValue)", area.title, national: national(area.rawValue, "pct_expected_area"))
                { $0.standing($0.columns.goals(of: area)) })
        }
        for (number, title) in EarlyYearsColumns.currentGoalTitles.enumerated() {
            let name = title.prefix { $0 != " " }.lowercased()
            measures.append(share("eyfsp.goal.\(name)", title) { $0.standing([$0.columns.goals[number]]) })
        }
        return measures
    }()
}
