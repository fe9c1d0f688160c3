public import Assessment

extension KeyStage2Outcomes {
    /// Who is behind a number: in its numerator, in its denominator, and left out with the reason.
    ///
    /// The counts of the report equal the lengths of these lists. Codes, gaps and left-outs are counted of the whole
    /// group; ranges, scores and near misses of the pupils with a scaled score.
    ///
    /// - Returns: nil when this report names nobody (withheld from the reader, or a total of many schools).
    public func pupils(behind measure: MeasureID) -> PupilsBehind? {
        guard let members else { return nil }
        if let area = measure.area, self[area] == nil { return nil }
        var numerator: [Int64] = []
        var denominator: [Int64] = []
        var leftOut: [PupilsBehind.LeftOut] = []
        for member in members {
            guard !member.isExcluded else {
                leftOut.append(.init(id: member.id, reason: "Excluded from these figures by the reader"))
                continue
            }
            if let reason = reasonOut(member, measure) {
                leftOut.append(.init(id: member.id, reason: reason))
            } else {
                denominator.append(member.id)
                if counts(member, measure) { numerator.append(member.id) }
            }
        }
        return PupilsBehind(numerator: numerator, denominator: denominator, leftOut: leftOut)
    }

    /// The pupils below the standard with 97, 98 or 99, with their own scores, nearest first.
    ///
    /// - Returns: nil when this report names nobody.
    public func nearMisses(_ area: KeyStage2Area) -> [(id: Int64, score: ScaledScore)]? {
        guard let members, self[area] != nil else { return nil }
        return
            members
            .filter { !$0.isExcluded && counts($0, .nearMisses(area)) }
            .compactMap { member in
                if case .counted(_, _, let score?) = member.standings[area.index] { (member.id, score) } else { nil }
            }
            .sorted { counted($0.1) > counted($1.1) }
    }

    /// The same figures without the ids of pupils, for totals of many schools.
    public func withoutPupils() -> KeyStage2Outcomes {
        var copy = self
        copy.members = nil
        return copy
    }

    private func counted(_ score: ScaledScore) -> Int {
        score.counted(applyingSpecialConsideration: countsSpecialConsideration)
    }

    private func score(_ member: KeyStage2Cohort.Member, _ area: KeyStage2Area) -> Int? {
        if case .counted(_, _, let score?) = member.standings[area.index] { counted(score) } else { nil }
    }

    /// Why a pupil is in no denominator of a measure; nil when they are in it.
    private func reasonOut(_ member: KeyStage2Cohort.Member, _ measure: MeasureID) -> String? {
        switch measure {
        case .expected(let area), .higher(let area): reasonNotEligible(member.standings[area.index], area)
        case .averageScaledScore(let area), .range(let area, _), .score(let area, _), .nearMisses(let area):
            reasonWithoutScore(member.standings[area.index], area)
        case .code, .teacherAssessment, .leftOut, .notRecorded, .incomplete, .awaitingTable, .nothingRecorded: nil
        }
    }

    private func reasonNotEligible(_ standing: SubjectStanding, _ area: KeyStage2Area) -> String? {
        switch standing {
        case .counted: nil
        case .leftOut(let code): words(code, area)
        case .notRecorded: "Not yet recorded"
        case .incomplete: "A paper is missing"
        case .awaitingTable: "No conversion table for \(year) yet"
        }
    }

    private func reasonWithoutScore(_ standing: SubjectStanding, _ area: KeyStage2Area) -> String? {
        guard case .counted(_, let code, let score) = standing else { return reasonNotEligible(standing, area) }
        if score != nil { return nil }
        return code.map { words($0, area) } ?? "No scaled score"
    }

    private func words(_ code: String, _ area: KeyStage2Area) -> String { "\(meaning(of: code, in: area)) (\(code))" }

    /// Whether a pupil of the denominator is in the numerator.
    private func counts(_ member: KeyStage2Cohort.Member, _ measure: MeasureID) -> Bool {
        guard let area = measure.area else { return member.isEmpty }
        let standing = member.standings[area.index]
        switch measure {
        case .expected: return standing.level.map { $0 >= .expected } ?? false
        case .higher: return area.hasHigherStandard && standing.level == .higher
        case .averageScaledScore: return score(member, area) != nil
        case .code(_, let code):
            switch standing {
            case .leftOut(let own): return area != .rwm && own == code
            case .counted(_, let own, _): return own == code
            case .notRecorded, .incomplete, .awaitingTable: return false
            }
        case .teacherAssessment(_, let code): return member.teacherAssessments[area.index] == code
        case .range(_, let range): return score(member, area).map(range.scores.contains) ?? false
        case .score(_, let wanted): return score(member, area) == wanted
        case .nearMisses:
            return standing.level == .below && (score(member, area).map(ScoreFigures.nearMisses.contains) ?? false)
        case .leftOut: if case .leftOut = standing { return true } else { return false }
        case .notRecorded: return standing == .notRecorded
        case .incomplete: return standing == .incomplete
        case .awaitingTable: return standing == .awaitingTable
        case .nothingRecorded: return member.isEmpty
        }
    }
}
