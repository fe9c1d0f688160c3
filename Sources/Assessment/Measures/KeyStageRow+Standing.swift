extension KeyStageRow {
    /// What a report makes of the pupil in a subject.
    ///
    /// Source: DfE, primary school accountability technical guide (who counts in a denominator); domain page of the
    /// measures. A pupil with some papers missing is not yet counted.
    ///
    /// - Parameter specialConsideration: whether `97+` counts as 100.
    public func standing(_ subject: Subject, specialConsideration: Bool) -> SubjectStanding {
        guard let test = columns.test(subject) else {
            guard let column = columns.teacherAssessment(subject) else { return .notRecorded }
            return standing(ofTeacherAssessment: column)
        }
        let result = result(test)
        // Most pupils: a score and no code. Said first, because reports ask it of every pupil.
        if let score = result.score, result.code == nil, result.officialOutcome == nil {
            return .counted(Self.level(score, specialConsideration), code: nil, score: score)
        }
        let code = result.outcome.flatMap { test.outcome.code($0) }
        if let code, code.measure == .leftOut { return .leftOut(code: code.code) }
        if let code, code.measure == .counted, code.entry != .history {
            return .counted(code.level ?? .below, code: code.code, score: nil)
        }
        if let score = result.score {
            var level = Self.level(score, specialConsideration)
            if result.outcome == "AS", level == .below { level = .expected }
            return .counted(level, code: nil, score: score)
        }
        if let code {
            if case .byThreshold(true, let higher) = result.reading, code.level == .expected {
                return .counted(higher ? .higher : .expected, code: code.code, score: nil)
            }
            return .counted(code.level ?? .below, code: code.code, score: nil)
        }
        // A code that is not in this year's list is an entry all the same, so the pupil counts.
        if let unknown = result.code { return .counted(.below, code: unknown, score: nil) }
        if result.total != nil { return .awaitingTable }
        if result.hasMark { return .incomplete }
        if columns.testAndTeacherAssessmentExclude, let column = test.teacherAssessment {
            return standing(ofTeacherAssessment: column)
        }
        return .notRecorded
    }

    private static func level(_ score: ScaledScore, _ specialConsideration: Bool) -> AttainmentLevel {
        let counted = score.counted(applyingSpecialConsideration: specialConsideration)
        return counted >= 110 ? .higher : counted >= 100 ? .expected : .below
    }

    /// What a report makes of the pupil's teacher assessment of a subject alone, whatever the test says: Key Stage 1.
    public func standing(ofTeacherAssessment subject: Subject) -> SubjectStanding {
        columns.teacherAssessment(subject).map(standing(ofTeacherAssessment:)) ?? .notRecorded
    }

    private func standing(ofTeacherAssessment column: Column) -> SubjectStanding {
        guard let value = facts[column.id] else { return .notRecorded }
        guard let code = column.code(value) else { return .counted(.below, code: value, score: nil) }
        if code.measure == .leftOut { return .leftOut(code: value) }
        return .counted(code.level ?? .below, code: value, score: nil)
    }

    /// Reading, writing and mathematics together: the lowest of the three, when the pupil counts in all three.
    public func standingInAllThree(specialConsideration: Bool) -> SubjectStanding {
        SubjectStanding.together(
            [Subject.reading, .writing, .mathematics].map { standing($0, specialConsideration: specialConsideration) })
    }
}
