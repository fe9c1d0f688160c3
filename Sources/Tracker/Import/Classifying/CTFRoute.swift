import Assessment
import CommonTransferFile

/// Where the results under one tuple of codes and year go.
enum CTFRoute {
    /// A teacher assessment of Key Stage 2.
    case judgement(ColumnID, Subject)
    case test(Subject)
    /// An assessment that is kept as it came (nil for codes without one), with the values that are usual.
    case kept(AssessmentKind?, AllowedValues?)
    /// A target, an estimate, an interim result, or a result from outside England.
    case notAResult(AssessmentKind?)
    case unknown
    /// Not asked for.
    case leftOut(AssessmentKind)
    /// Key Stage 2 of a year without tests.
    case notHeld
    /// Key Stage 2 of a year to come.
    case future

    /// - Parameters:
    ///   - take: the assessments that were asked for; nil for all.
    ///   - lastYear: the latest year of which there can be results.
    static func route(
        _ record: CTFRecord, codes: CTFCodes, take: Set<AssessmentKind>?, lastYear: Int?
    ) -> (route: CTFRoute, otherStage: Bool) {
        let match = codes.match(record)
        let assessment = assessment(match, record)
        if let take, let assessment, !take.contains(assessment) { return (.leftOut(assessment), false) }
        // Wales has other tests under the same codes.
        if !["", "ENG"].contains(record.locale.uppercased()) {
            return (.notAResult(assessment), false)
        }
        let allowed = match.entry.map { AllowedValues($0.values) }
        let isFuture = lastYear.map { (record.year ?? 0) > $0 } ?? false
        let route: CTFRoute
        switch match.target {
        case .column(.ks2, _) where isFuture, .keyStage2Test where isFuture: route = .future
        case .column(.ks2, let column):
            if let year = record.year, !KeyStage2Columns.isHeld(in: year) {
                route = .notHeld
            } else if let subject = Subject(rawValue: String(column.rawValue.prefix { $0 != "." })) {
                route = .judgement(column, subject)
            } else {
                route = .kept(.ks2, nil)
            }
        case .keyStage2Test(let subject):
            route = record.year.map(KeyStage2Columns.isHeld) == true ? .test(subject) : .notHeld
        case .column(let kind, _): route = .kept(kind, allowed)
        case .phonicsMark, .phonicsOutcome: route = .kept(.phonics, allowed)
        case .keptOnly: route = .kept(assessment, allowed)
        case .notAResult: route = .notAResult(assessment)
        case .unknown: route = .unknown
        }
        return (route, match.isUnderOtherStage)
    }

    private static func assessment(_ match: CTFMatch, _ record: CTFRecord) -> AssessmentKind? {
        if let known = match.entry?.assessment { return known }
        if case .keyStage2Test = match.target { return .ks2 }
        guard match.entry != nil || isNotAResult(match) else { return nil }
        switch (record.stage.uppercased(), record.subject.uppercased()) {
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
