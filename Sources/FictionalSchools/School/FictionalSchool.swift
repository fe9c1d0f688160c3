public import Assessment

/// A primary school that does not exist, with pupils who do not exist and results that look like true ones.
///
/// Pupils from Reception to Year 6 of one school year, and the Year 6 leavers of the years before; all statutory assessments
/// of these years: three, or up to seven with a longer history. A value: the same seed, index, year and forms give the same school on every machine, whether it
/// is made alone or as one of 16,800. Nothing comes from the clock, from hash seeds or from the order of a dictionary.
public struct FictionalSchool: Sendable {
    public let identity: SchoolIdentity
    /// The last of the years: the school year in which the pupils of Reception to Year 6 are on the roll.
    public let year: SchoolYear
    /// By year group: the leavers of two years ago first; those who left before come last. Identities are `index * 10,000 + 1` and on, so never twice in a country.
    public let pupils: [Pupil]
    /// Where each pupil stood in each of the years in which they were here: by year, then as ``pupils``.
    public let places: [CohortPlace]
    /// One entry for each pupil who was in Year 6 in one of the years: by year, then as ``pupils``.
    public let keyStage2: [FictionalKeyStage2]
    /// What the school recorded of the assessments before Key Stage 2: as ``pupils``, each in the order of their years.
    public let earlier: [FictionalResult]
    /// What the generator knows beside, in the order of ``pupils``.
    let made: [MadePupil]
    let profile: SchoolProfile
    let seed: UInt64
    let reference: ReferenceData
    /// How many school years are known, the last one included.
    public let historyCount: Int

    public var index: Int { identity.index }
    public var dfe: DfENumber { identity.dfe }
    public var urn: URN { identity.urn }
    public var name: String { identity.name }

    init(
        identity: SchoolIdentity, year: SchoolYear, historyCount: Int, pupils: [Pupil], places: [CohortPlace],
        keyStage2: [FictionalKeyStage2], earlier: [FictionalResult], made: [MadePupil], profile: SchoolProfile,
        seed: UInt64, reference: ReferenceData
    ) {
        self.identity = identity
        self.year = year
        self.historyCount = historyCount
        self.pupils = pupils
        self.places = places
        self.keyStage2 = keyStage2
        self.earlier = earlier
        self.made = made
        self.profile = profile
        self.seed = seed
        self.reference = reference
    }

    /// The school years of which something is known, as the calendar years in which they end: three, or up to seven.
    public var years: ClosedRange<Int> { year.endYear - historyCount + 1...year.endYear }

    /// Makes one school. Of many, use a ``FictionalSchoolMaker``, which looks the year's tables up only once.
    ///
    /// - Parameters:
    ///   - seed: which fictional country.
    ///   - index: which school in it, 0 to one less than ``SchoolIdentity/count``.
    ///   - year: the calendar year in which the last school year ends, 2024 to 2035.
    ///   - forms: classes in a year group, 1 to 4; about 30 pupils each.
    ///   - history: school years of which something is known, 3 to 7, the first not before 2019.
    public static func make(
        seed: UInt64 = 1, index: Int = 0, year: Int = 2026, forms: Int = 2, history: Int = 3, reference: ReferenceData
    ) throws(FictionalSchoolError) -> FictionalSchool {
        try FictionalSchoolMaker(seed: seed, year: year, forms: forms, history: history, reference: reference)
            .school(index)
    }

    /// The pupil with an identity of this school.
    public func pupil(_ id: Int64) -> Pupil? {
        guard let first = pupils.first?.id, let offset = Int(exactly: id - first), pupils.indices.contains(offset)
        else {
            return nil
        }
        return pupils[offset]
    }

    /// The places of one school year, in the order of ``pupils``.
    ///
    /// - Throws: ``FictionalSchoolError/yearNotInSchool(_:years:)`` for a year outside ``years``.
    public func places(in year: Int) throws(FictionalSchoolError) -> [CohortPlace] {
        guard years.contains(year) else { throw .yearNotInSchool(year, years: years) }
        return places.filter { $0.year.endYear == year }
    }

    /// The End of Key Stage 2 of one year, in the order of ``pupils``.
    ///
    /// - Throws: ``FictionalSchoolError/yearNotInSchool(_:years:)`` for a year outside ``years``.
    public func keyStage2(in year: Int) throws(FictionalSchoolError) -> [FictionalKeyStage2] {
        guard years.contains(year) else { throw .yearNotInSchool(year, years: years) }
        return keyStage2.filter { $0.year.endYear == year }
    }

    /// The results of one assessment and year as a school stores them, End of Key Stage 2 and teachers' judgements included;
    /// nothing in a year in which it was not held. Judgements are made when they are asked for.
    ///
    /// - Throws: ``FictionalSchoolError/yearNotInSchool(_:years:)`` for a year outside ``years``.
    public func results(of assessment: AssessmentKind, in year: Int) throws(FictionalSchoolError) -> [FictionalResult] {
        if assessment == .summative { return try judgements(in: year) }
        guard assessment == .ks2 else {
            guard years.contains(year) else { throw .yearNotInSchool(year, years: years) }
            return earlier.filter { $0.assessment == assessment && $0.year.endYear == year }
        }
        return try keyStage2(in: year).map {
            FictionalResult(
                pupilID: $0.pupilID, assessment: .ks2, year: $0.year, yearGroup: .year6, values: $0.enteredValues)
        }
    }

    private func judgements(in year: Int) throws(FictionalSchoolError) -> [FictionalResult] {
        try places(in: year).compactMap { place in
            guard let first = pupils.first?.id, let offset = Int(exactly: place.pupilID - first),
                made.indices.contains(offset)
            else { return nil }
            return FictionalJudgements(of: made[offset], schoolSeed: seed).result(
                in: place.year, yearGroup: place.yearGroup)
        }
    }
}
