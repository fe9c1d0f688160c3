import Assessment
import Pages

/// What is recorded about a pupil, in words.
struct PupilFacts {
    let pupil: Pupil

    var all: [Fact] {
        [
            Fact("Surname", pupil.surname), Fact("Forename", pupil.forename),
            Fact("Preferred name", preferredName), Fact("Middle names", pupil.middleNames),
            Fact("UPN", pupil.upn?.text), Fact("Former UPNs", list(pupil.formerUPNs.map(\.text))),
            Fact("Date of birth", pupil.dateOfBirth?.inWords), Fact("Sex", pupil.sex?.title),
            Fact("Date of entry", pupil.entryDate?.inWords), Fact("Date of leaving", pupil.leavingDate?.inWords),
            Fact("SEN provision", pupil.sen?.title), Fact("Free school meals now", answer(pupil.isFSM)),
            Fact("Free school meals in the last six years", answer(pupil.isFSM6)),
            Fact("Looked after", answer(pupil.isLookedAfter)), Fact("Left care", answer(pupil.wasLookedAfter)),
            Fact("Disadvantaged", answer(pupil.isDisadvantaged)), Fact("Service child", answer(pupil.isServiceChild)),
            Fact("English as an additional language", answer(pupil.isEAL)),
            Fact("First language", pupil.firstLanguage), Fact("Ethnicity", pupil.ethnicity),
            Fact("The school’s own groups", list(pupil.groups)),
        ]
    }

    private var preferredName: String? {
        guard pupil.preferredSurname != nil || pupil.preferredForename != nil else { return nil }
        return pupil.displayName
    }

    private func answer(_ fact: Bool?) -> String? { fact.map { $0 ? "yes" : "no" } }

    private func list(_ texts: [String]) -> String? { texts.isEmpty ? nil : texts.joined(separator: ", ") }
}
