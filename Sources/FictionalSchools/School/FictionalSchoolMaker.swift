public import Assessment

/// Makes the schools of one fictional country, each by itself and in any order. Safe to share between threads.
public struct FictionalSchoolMaker: Sendable {
    /// The years for which schools can be made: the tests as they were before 2022 had other codes.
    public static let years = 2024...2035
    public static let forms = 1...4
    /// How many school years can be made of one school.
    public static let history = 3...7
    /// The first of them at most: the tests before had other codes.
    public static let firstYear = 2019

    public let seed: UInt64
    public let year: SchoolYear
    public let formCount: Int
    /// How many school years are known of a school, the last one included.
    public let historyCount: Int
    private let reference: ReferenceData
    private let schoolYears: [SchoolYear]
    private let assessments: [KeyStage2Maker]

    /// - Parameters:
    ///   - seed: which fictional country.
    ///   - year: the calendar year in which the last school year ends, within ``years``.
    ///   - forms: classes in a year group, within ``forms``.
    ///   - history: school years of which something is known, within ``history``; the first not before ``firstYear``. The
    ///     pupils, places and results of a short history are in a long one as well, the same.
    ///   - reference: conversion tables and thresholds by which marks are made to look like those of their year.
    public init(seed: UInt64, year: Int = 2026, forms: Int = 2, history: Int = 3, reference: ReferenceData)
        throws(FictionalSchoolError)
    {
        guard Self.years.contains(year), let schoolYear = SchoolYear(endYear: year) else {
            throw .yearOutOfRange(year, years: Self.years)
        }
        guard Self.forms.contains(forms) else { throw .formsOutOfRange(forms, forms: Self.forms) }
        let longest = min(Self.history.upperBound, year - Self.firstYear + 1)
        guard (Self.history.lowerBound...longest).contains(history) else {
            throw .historyOutOfRange(history, years: Self.history.lowerBound...longest)
        }
        self.seed = seed
        self.year = schoolYear
        formCount = forms
        historyCount = history
        self.reference = reference
        schoolYears = (year - history + 1...year).compactMap { SchoolYear(endYear: $0) }
        assessments = schoolYears.filter { reference.calendar.holding(of: .ks2, year: $0.endYear).isHeld }.map {
            KeyStage2Maker(year: $0, tables: reference.tables)
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
        // Those who left longer ago come last, so that the others are the same in a short history.
        let recent = Array(year.endYear - 2...year.endYear + 6)
        let former = stride(from: year.endYear - 3, through: year.endYear - historyCount + 1, by: -1)
        for finalYear in recent + former {
            var maker = PupilMaker(
                identity: identity, profile: profile, year: year, forms: formCount, finalYear: finalYear,
                draws: SplitMix64(seed: schoolSeed, part: UInt64(finalYear)))
            made += try maker.make(firstID: Int64(index) * 10_000 + Int64(made.count) + 1)
        }
        return FictionalSchool(
            identity: identity, year: year, historyCount: historyCount, pupils: made.map(\.pupil),
            places: places(made, profile), keyStage2: keyStage2(made, schoolSeed),
            earlier: earlier(made, schoolSeed), made: made, profile: profile, seed: schoolSeed, reference: reference)
    }

    private func places(_ made: [MadePupil], _ profile: SchoolProfile) -> [CohortPlace] {
        var places: [CohortPlace] = []
        places.reserveCapacity(made.count * historyCount)
        for year in schoolYears {
            for pupil in made where pupil.isOnRoll(in: year) {
                let age = pupil.age(in: year)
                places.append(
                    CohortPlace(
                        pupilID: pupil.pupil.id, year: year, yearGroup: Self.yearGroups[age],
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

    /// What the school itself recorded before Key Stage 2: of pupils who were on its roll then.
    private func earlier(_ made: [MadePupil], _ schoolSeed: UInt64) -> [FictionalResult] {
        let known = schoolYears.map(\.endYear)
        return made.flatMap { pupil in
            EarlierResults(of: pupil, schoolSeed: schoolSeed, reference: reference).results().filter {
                known.contains($0.year.endYear) && pupil.isOnRoll(in: $0.year)
            }
        }
    }

    static let yearGroups: [YearGroup] = [.reception, .year1, .year2, .year3, .year4, .year5, .year6]
}
