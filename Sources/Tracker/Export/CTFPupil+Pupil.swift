import Assessment
import CommonTransferFile
import Storage

extension CTFPupil {
    /// A pupil's identity, for a file with results only.
    init(identity pupil: Pupil, records: [CTFRecord]) {
        self.init(
            upn: pupil.upn?.text, surname: pupil.surname, forename: pupil.forename,
            dateOfBirth: pupil.dateOfBirth?.description, sex: pupil.sex?.rawValue, records: records)
    }

    /// A pupil with everything that the format has a place for and the program knows.
    ///
    /// Free school meals and special educational needs are facts here and periods with dates there; they stand in the
    /// program's own section, since a date would be invented (``CTFOwnDetails``).
    init(full pupil: Pupil, place: CohortPlace, of school: School, records: [CTFRecord]) {
        self.init(identity: pupil, records: records)
        basicDetails = CTFBasicDetails(
            formerUPNs: pupil.formerUPNs.map(\.text), preferredSurname: pupil.preferredSurname,
            preferredForename: pupil.preferredForename, middleNames: pupil.middleNames,
            yearGroup: place.yearGroup.rawValue, ethnicity: pupil.ethnicity,
            languages: pupil.ctfLanguage.map { [CTFLanguage(type: "F", code: $0)] } ?? [],
            serviceChild: pupil.isServiceChild.map { $0 ? "Y" : "N" }, isEAL: pupil.isEAL,
            own: CTFOwnDetails(
                isFSM: pupil.isFSM, isFSM6: pupil.isFSM6, senProvision: pupil.sen?.rawValue,
                wasLookedAfter: pupil.wasLookedAfter))
        isLookedAfter = pupil.isLookedAfter
        if pupil.entryDate != nil || pupil.leavingDate != nil {
            schoolHistory = [
                CTFSchoolPeriod(
                    school: CTFSchool(school), entry: pupil.entryDate?.description,
                    leaving: pupil.leavingDate?.description)
            ]
        }
    }
}

extension Pupil {
    /// The first language as the format has it, in three characters; nil for none, and for one of the longer codes that some systems use.
    var ctfLanguage: String? { firstLanguage.flatMap { $0.utf8.count == 3 ? $0 : nil } }
}

extension CTFSchool {
    init(_ school: School) { self.init(code: school.dfe.compact, urn: school.urn?.text, name: school.name) }
}
