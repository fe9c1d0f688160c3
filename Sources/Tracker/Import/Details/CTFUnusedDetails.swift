import CommonTransferFile

/// What a CTF says of pupils that has no place here, by element, so that nothing of it goes by in silence.
struct CTFUnusedDetails {
    private var names: Set<String> = []
    /// Sections of a file that brings results only.
    private var sections: Set<String> = []

    /// - Parameter isOurs: whether a school of the pupil's history is this one.
    mutating func note(_ pupil: CTFPupil, isFull: Bool, isOurs: (CTFSchool) -> Bool) {
        guard isFull else {
            if let basic = pupil.basicDetails {
                // Who the pupil is and where they stood is looked at.
                let used = CTFBasicDetails(formerUPNs: basic.formerUPNs, yearGroup: basic.yearGroup)
                if basic != used { sections.insert("BasicDetails") }
            }
            if !pupil.freeSchoolMeals.isEmpty { sections.insert("FSMhistory") }
            if pupil.isLookedAfter != nil { sections.insert("LookedAfter") }
            if !pupil.senHistory.isEmpty { sections.insert("SENhistory") }
            if !pupil.schoolHistory.isEmpty { sections.insert("SchoolHistory") }
            return
        }
        if let basic = pupil.basicDetails {
            if basic.formerSurname != nil { names.insert("FormerSurname") }
            if basic.ethnicitySource != nil { names.insert("EthnicitySource") }
            if basic.enrolmentStatus != nil { names.insert("EnrolStatus") }
            if basic.languages.count > 1 || basic.languages.contains(where: { $0.type != "F" }) {
                names.insert("Languages other than the first")
            }
        }
        for meal in pupil.freeSchoolMeals {
            if meal.country != nil { names.insert("UKcountry") }
            if meal.category != nil { names.insert("FSMCategory") }
        }
        if pupil.senHistory.count > 1 { names.insert("SENhistory before the latest") }
        for period in pupil.schoolHistory {
            if period.reason != nil { names.insert("LeavingReason") }
            if !isOurs(period.school) { names.insert("SchoolHistory at other schools") }
        }
    }

    var warnings: [String] {
        var warnings: [String] = []
        if !names.isEmpty {
            warnings.append(
                "Read, and not kept because there is no place for it here: \(names.sorted().joined(separator: ", ")).")
        }
        if !sections.isEmpty {
            warnings.append(
                "This file brings results only. What it says of the pupils themselves (\(sections.sorted().joined(separator: ", "))) is not taken; a full file brings it."
            )
        }
        return warnings
    }
}
