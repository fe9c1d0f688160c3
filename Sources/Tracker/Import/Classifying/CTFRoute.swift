import Assessment
import CommonTransferFile

/// Where the results under one tuple of codes and year go.
enum CTFRoute {
    /// A column of an assessment that only one year group takes.
    case result(AssessmentKind, ColumnID)
    /// `mark` or `outcome` of the phonics check; of Year 1 or Year 2 as the pupil was then.
    case phonics(String)
    /// A Key Stage 2 test, to be understood by its value.
    case test(Subject)
    /// Codes that are known and belong to no column (of an assessment, or of none): kept as they came, with the values that are
    /// usual.
    case kept(AssessmentKind?, AllowedValues?)
    /// A target, an estimate, an interim result, or a result from outside England.
    case notAResult(AssessmentKind?)
    case unknown
    /// Not asked for.
    case leftOut(AssessmentKind)
    /// Of a year in which it was not held.
    case notHeld(AssessmentNotHeld)
    /// Of a year to come.
    case future(AssessmentKind)

    /// The assessment that the results are of; nil for what is none.
    var assessment: AssessmentKind? {
        switch self {
        case .result(let kind, _), .leftOut(let kind), .future(let kind): kind
        case .phonics: .phonics
        case .test: .ks2
        case .notAResult(let kind), .kept(let kind, _): kind
        case .notHeld(let why): why.kind
        case .unknown: nil
        }
    }

    /// - Parameters:
    ///   - take: the assessments that were asked for; nil for all.
    ///   - lastYear: the latest year of which there can be results.
    static func route(
        _ codes: CTFCodeTuple, year: Int?, table: CTFCodes, take: Set<AssessmentKind>?, lastYear: Int?, data: ImportData
    ) -> (route: CTFRoute, otherStage: Bool) {
        let match = table.match(codes, year: year)
        let assessment = assessment(match, codes)
        if let take, let assessment, !take.contains(assessment) { return (.leftOut(assessment), false) }
        // Wales has other tests under the same codes.
        if !["", "ENG"].contains(codes.locale.uppercased()) { return (.notAResult(assessment), false) }
        let route = route(match, assessment, year: year ?? 0, lastYear: lastYear, data: data)
        return (route, match.isUnderOtherStage)
    }

    private static func route(
        _ match: CTFMatch, _ assessment: AssessmentKind?, year: Int, lastYear: Int?, data: ImportData
    ) -> CTFRoute {
        let route: CTFRoute
        switch match.target {
        case .column(let kind, let column): route = .result(kind, column)
        case .phonicsMark: route = .phonics("mark")
        case .phonicsOutcome: route = .phonics("outcome")
        case .keyStage2Test(let subject): route = .test(subject)
        case .keptOnly: return .kept(assessment, match.entry.map { AllowedValues($0.values) })
        case .notAResult: return .notAResult(assessment)
        case .unknown: return .unknown
        }
        guard let kind = route.assessment else { return route }
        if let lastYear, year > lastYear { return .future(kind) }
        do throws(AssessmentNotHeld) {
            _ = try data.columns(YearGroupAssessment(kind), year)
            return route
        } catch {
            return .notHeld(error)
        }
    }

    private static func assessment(_ match: CTFMatch, _ codes: CTFCodeTuple) -> AssessmentKind? {
        if let known = match.entry?.assessment { return known }
        if case .keyStage2Test = match.target { return .ks2 }
        guard match.entry != nil || isNotAResult(match) else { return nil }
        switch (codes.stage.uppercased(), codes.subject.uppercased()) {
        case ("EYF", _): return .eyfsp
        case ("KS1", "PHO"): return .phonics
        case ("KS1", _): return .ks1
        case ("KS2", _): return .ks2
        default: return nil
        }
    }

    private static func isNotAResult(_ match: CTFMatch) -> Bool {
        if case .notAResult = match.target { return true }
        return false
    }
}
