public import Assessment

/// Makes the schools of one fictional country, each by itself and in any order. Safe to share between threads.
public struct FictionalSchoolMaker: Sendable {
    /// The years for which schools can be made: the tests as they were before 2022 had other codes.
    public static let years = 2024...2035
    public static let forms = 1...4

    public let seed: UInt64
    public let year: SchoolYear
    public let formCount: Int
    private let assessments: [KeyStage2Maker]

    /// - Parameters:
    ///   - seed: which fictional country.
    ///   - year: the calendar year in which the last school year ends, within ``years``.
    ///   - forms: classes in a year group, within ``forms``.
    ///   - reference: conversion tables and thresholds by which marks are made to look like those of their year.
    public init(seed: UInt64, year: Int = 2026, forms: Int = 2, reference: ReferenceData) throws(FictionalSchoolError) {
        guard Self.years.contains(year), let schoolYear = SchoolYear(endYear: year) else {
            throw .yearOutOfRange(year, years: Self.years)
        }
        guard Self.forms.contains(forms) else { throw .formsOutOfRange(forms, forms: Self.forms) }
        self.seed = seed
        self.year = schoolYear
        formCount = forms
        assessments = (year - 2...year).compactMap { year in
            SchoolYear(endYear: year).map { KeyStage2Maker(year: $0, tables: reference.tables) }
        }
    }

    /// Makes one school; about two milliseconds for two forms in a release build.
    ///
    /// - Parameter index: 0 to one less than ``SchoolIdentity/count``.
    public func school(_ index: Int) throws(FictionalSchoolError) -> FictionalSchool {
        let identity = try SchoolIdentity(seed: seed, index: index)
        let schoolSeed = SplitMix64.schoolSeed(seed, index)
        var profileDraws = SplitMix64(seed: schoolSeed, part: 2)
        let profile = SchoolProfile(isDemonstration: index == 0, &profileDraws)
        var made: [MadePupil] = []
        for finalYear in year.endYear - 2...year.endYear + 6 {
            var maker = PupilMaker(
                identity: identity, profile: profile, year: year, forms: formCount, finalYear: finalYear,
                draws: SplitMix64(seed: schoolSeed, part: UInt64(finalYear)))
            made += try maker.make(firstID: Int64(index) * 10_000 + Int64(made.count) + 1)
        }
        return FictionalSchool(
            identity: identity, year: year, pupils: made.map(\.pupil), places: places(made, profile),
            keyStage2: keyStage2(made, schoolSeed), made: made, profile: profile, seed: schoolSeed)
    }

    private func places(_ made: [MadePupil], _ profile: SchoolProfile) -> [CohortPlace] {
        var places: [CohortPlace] = []
        places.reserveCapacity(made.count * 3)
        for assessment in assessments {
            for pupil in made where pupil.isOnRoll(in: assessment.year) {
                let age = pupil.age(in: assessment.year)
                places.append(
                    CohortPlace(
                        pupilID: pupil.pupil.id, year: assessment.year, yearGroup: Self.yearGroups[age],
                        className: profile.className(age: age, form: pupil.form, forms: formCount)))
            }
        }
        return places
    }

    private func keyStage2(_ made: [MadePupil], _ schoolSeed: UInt64) -> [FictionalKeyStage2] {
        var results: [FictionalKeyStage2] = []
        for assessment in assessments {
            for pupil in made where pupil.finalYear == assessment.year.endYear && pupil.isOnRoll(in: assessment.year) {
                var draws = SplitMix64(seed: schoolSeed, part: UInt64(pupil.pupil.id) | 1 << 40)
                results.append(assessment.result(of: pupil, &draws))
            }
        }
        return results
    }

    static let yearGroups: [YearGroup] = [.reception, .year1, .year2, .year3, .year4, .year5, .year6]
}
