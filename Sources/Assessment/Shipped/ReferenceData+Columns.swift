extension ReferenceData {
    /// The columns of an assessment in a year: the one place that knows all of them.
    ///
    /// - Parameters:
    ///   - year: the calendar year in which the school year ends.
    ///   - yearGroup: nil for the one that takes it; ``YearGroup/year2`` for the phonics check taken again.
    ///   - summative: how the school at hand judges; only teachers' judgements look at it.
    /// - Throws: why there are none in that year.
    public func columns(
        of kind: AssessmentKind, year: Int, yearGroup: YearGroup? = nil, summative: SummativeSettings = .standard
    ) throws(AssessmentNotHeld) -> any AssessmentColumns {
        let isStatutory: Bool
        switch calendar.holding(of: kind, year: year, yearGroup: yearGroup) {
        case .notHeld(let reason): throw AssessmentNotHeld(kind, year: year, reason: reason)
        case .statutory: isStatutory = true
        case .optional: isStatutory = false
        }
        switch kind {
        case .eyfsp: return EarlyYearsColumns(year: year, codes: codes)
        case .phonics:
            return PhonicsColumns(
                year: year, isSecond: yearGroup == .year2, codes: codes, thresholds: phonicsThresholds)
        case .ks1: return KeyStageColumns(.keyStage1, year: year, isStatutory: isStatutory, codes: codes)
        case .mtc: return MultiplicationColumns(year: year, codes: codes)
        case .ks2: return KeyStageColumns(.keyStage2, year: year, isStatutory: isStatutory, codes: codes)
        case .summative:
            return SummativeColumns(year: year, yearGroup: yearGroup ?? kind.yearGroup, settings: summative)
        }
    }
}
