import Assessment

/// Makes the pupils of one year group of one school, from Reception (or when they joined) to now.
struct PupilMaker {
    let identity: SchoolIdentity
    let profile: SchoolProfile
    /// The school year that is "now".
    let year: SchoolYear
    let forms: Int
    /// The calendar year in which the year group's Year 6 ends.
    let finalYear: Int
    var draws: SplitMix64
    private var names: Set<String> = []
    private var numbers: PupilNumbers

    init(
        identity: SchoolIdentity, profile: SchoolProfile, year: SchoolYear, forms: Int, finalYear: Int,
        draws: SplitMix64
    ) {
        self.identity = identity
        self.profile = profile
        self.year = year
        self.forms = forms
        self.finalYear = finalYear
        self.draws = draws
        numbers = PupilNumbers(identity: identity, allocationYear: finalYear - 7, finalYear: finalYear)
    }

    /// - Parameter firstID: the number of the first pupil; the next ones follow.
    mutating func make(firstID: Int64) throws(FictionalSchoolError) -> [MadePupil] {
        var made: [MadePupil] = []
        let size = forms * 30 - draws.below(forms * 3)
        made.reserveCapacity(size)
        while made.count < size {
            let isTwin = !made.isEmpty && draws.happens(0.012)
            let pupil = try pupil(
                id: firstID + Int64(made.count), form: made.count % forms, twin: isTwin ? made.last : nil)
            made.append(pupil)
        }
        return made
    }

    private mutating func pupil(id: Int64, form: Int, twin: MadePupil?) throws(FictionalSchoolError) -> MadePupil {
        let background = Background.all[draws.position(byWeight: profile.backgroundWeights)]
        let sex: Sex = draws.happens(0.51) ? .male : .female
        let stay = stay(twin: twin, background)
        var pupil = Pupil(id: id, surname: "", forename: "", sex: sex)
        pupil.dateOfBirth = twin?.pupil.dateOfBirth ?? birthDate()
        name(&pupil, background, twin: twin)
        origin(&pupil, background, twin: twin, stay)
        pupil.entryDate = stay.entry
        pupil.leavingDate = stay.leaving
        try numbers.number(&pupil, stay, &draws)
        let attainment = circumstances(&pupil, twin: twin)
        return MadePupil(
            pupil: pupil, attainment: attainment, finalYear: finalYear, form: form, isFromAbroad: stay.isFromAbroad)
    }

    /// A day from 1 September to 31 August, so that the pupil is 11 when Year 6 ends.
    private mutating func birthDate() -> CalendarDate? {
        let month = draws.below(12) + 1
        let birthYear = month >= 9 ? finalYear - 12 : finalYear - 11
        let days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        return CalendarDate(year: birthYear, month: month, day: draws.below(days) + 1)
    }

    /// Never two pupils of a year group with the same surname and forename.
    private mutating func name(_ pupil: inout Pupil, _ background: Background, twin: MadePupil?) {
        let forenames = pupil.sex == .female ? background.girls : background.boys
        repeat {
            pupil.forename = draws.pick(forenames) ?? ""
            pupil.surname = twin?.pupil.surname ?? draws.pick(background.surnames) ?? ""
            if twin == nil, background.weight == Background.british.weight, draws.happens(0.05) {
                pupil.surname += "-\(draws.pick(background.surnames) ?? "")"
            }
            // A second forename keeps short lists of names from going round for ever.
            if draws.happens(0.04) { pupil.forename += " \(draws.pick(forenames) ?? "")" }
        } while !names.insert("\(pupil.surname)|\(pupil.forename)").inserted
        if draws.happens(0.5) { pupil.middleNames = draws.pick(forenames) }
        if draws.happens(0.35) { pupil.preferredForename = Nicknames.byForename[pupil.forename] }
        if draws.happens(0.012) { pupil.preferredSurname = draws.pick(Background.british.surnames) }
    }

    private mutating func origin(
        _ pupil: inout Pupil, _ background: Background, twin: MadePupil?, _ stay: PupilStay
    ) {
        let learnsEnglish = stay.isFromAbroad || draws.happens(background.additionalLanguage)
        pupil.ethnicity = draws.happens(0.012) ? "REFU" : draws.pick(background.ethnicities)
        pupil.firstLanguage = learnsEnglish ? draws.pick(background.languages) : "ENG"
        pupil.isEAL = learnsEnglish
        if let twin {
            pupil.ethnicity = twin.pupil.ethnicity
            pupil.firstLanguage = twin.pupil.firstLanguage
            pupil.isEAL = twin.pupil.isEAL
        }
    }

    private mutating func stay(twin: MadePupil?, _ background: Background) -> PupilStay {
        if let twin {
            return PupilStay(
                entry: twin.pupil.entryDate, leaving: twin.pupil.leavingDate, isFromAbroad: twin.isFromAbroad)
        }
        return PupilStay(
            finalYear: finalYear, now: year, canComeFromAbroad: background.additionalLanguage > 0.3, &draws)
    }

    /// Free school meals, care, service and special needs, at about the national rates; boys and disadvantaged pupils
    /// have special needs more often.
    ///
    /// - Returns: attainment.
    private mutating func circumstances(_ pupil: inout Pupil, twin: MadePupil?) -> Double {
        let isPoor = twin?.pupil.isFSM6 ?? draws.happens(profile.disadvantage)
        pupil.isFSM6 = isPoor
        pupil.isFSM = isPoor && (twin?.pupil.isFSM ?? draws.happens(0.86))
        pupil.isLookedAfter = twin?.pupil.isLookedAfter ?? draws.happens(0.006)
        pupil.wasLookedAfter = twin?.pupil.wasLookedAfter ?? (pupil.isLookedAfter == false && draws.happens(0.009))
        pupil.isServiceChild = twin?.pupil.isServiceChild ?? draws.happens(0.008)
        let isDisadvantaged = pupil.isDisadvantaged == true
        let isBoy = pupil.sex == .male
        let plan = 0.035 * (isBoy ? 1.45 : 0.6) * (isDisadvantaged ? 1.5 : 0.85)
        let support = 0.15 * (isBoy ? 1.25 : 0.75) * (isDisadvantaged ? 1.4 : 0.85)
        let draw = draws.fraction()
        pupil.sen = draw < plan ? .plan : draw < plan + support ? .support : SENProvision.none
        var attainment = profile.effect + 0.85 * draws.bell()
        if isDisadvantaged { attainment -= 0.42 }
        switch pupil.sen {
        case .plan: attainment -= 2.1
        case .support: attainment -= 1.05
        case .some(.none), nil: break
        }
        return attainment
    }
}
