import Assessment
import CommonTransferFile

/// What a full CTF says of a pupil.
enum CTFProposal {
    /// - Parameters:
    ///   - day: the day on which "now" is judged (free school meals, SEN): when the file was written.
    ///   - isOurs: whether a school of the pupil's history is this one.
    static func make(_ pupil: CTFPupil, on day: CalendarDate?, isOurs: (CTFSchool) -> Bool) -> PupilProposal {
        var proposal = PupilProposal()
        proposal.read(pupil.surname, as: .surname)
        proposal.read(pupil.forename, as: .forename)
        proposal.read(pupil.dateOfBirth, as: .dateOfBirth)
        proposal.read(pupil.sex, as: .sex)
        if let basic = pupil.basicDetails { read(basic, to: &proposal) }
        readMeals(pupil, on: day, to: &proposal)
        if let latest = pupil.senHistory.max(by: { senOrder($0) < senOrder($1) }) {
            let unread = pupil.senHistory.flatMap { [$0.start, $0.end] }.compactMap(\.self).filter {
                PupilFieldReading.calendarDate($0) == nil
            }
            // The one period there is needs no date to be the latest.
            if pupil.senHistory.count > 1, let text = unread.first {
                proposal.problems.append(
                    PupilProposal.Problem(
                        field: PupilField.sen.rawValue, text: text,
                        message:
                            "Which SEN provision is the latest can’t be told: “\(PupilFieldReading.cut(text))” is no date. It is not taken."
                    ))
            } else {
                proposal.read(latest.provision, as: .sen)
            }
        }
        if let isLookedAfter = pupil.isLookedAfter {
            proposal.values.append((.isLookedAfter, isLookedAfter ? "yes" : "no"))
        }
        if let here = pupil.schoolHistory.filter({ isOurs($0.school) }).max(by: { ($0.entry ?? "") < ($1.entry ?? "") })
        {
            proposal.read(here.entry, as: .entryDate)
            proposal.read(here.leaving, as: .leavingDate)
        }
        return proposal
    }

    private static func read(_ basic: CTFBasicDetails, to proposal: inout PupilProposal) {
        proposal.read(basic.preferredSurname, as: .preferredSurname)
        proposal.read(basic.preferredForename, as: .preferredForename)
        proposal.read(basic.middleNames, as: .middleNames)
        proposal.read(basic.ethnicity, as: .ethnicity)
        proposal.read(basic.firstLanguage, as: .firstLanguage)
        // What this program's own section leaves out is not known, so nothing is inferred from the language either.
        if let isEAL = basic.isEAL ?? (basic.own == nil ? basic.firstLanguage.flatMap(isEAL) : nil) {
            proposal.values.append((.isEAL, isEAL ? "yes" : "no"))
        }
        if let own = basic.own { read(own, to: &proposal) }
        switch basic.serviceChild?.uppercased() {
        // Unknown and refused (CBDS): not recorded.
        case "U", "R": break
        default: proposal.read(basic.serviceChild, as: .isServiceChild)
        }
        switch basic.yearGroup?.uppercased() {
        // Mixed and not applicable (CBDS): no year group to put the pupil into.
        case "M", "X", nil: break
        default: proposal.readYearGroup(basic.yearGroup)
        }
    }

    private static func read(_ own: CTFOwnDetails, to proposal: inout PupilProposal) {
        let flags: [(PupilField, Bool?)] = [
            (.isFSM, own.isFSM), (.isFSM6, own.isFSM6), (.wasLookedAfter, own.wasLookedAfter),
        ]
        for case (let field, let flag?) in flags { proposal.values.append((field, flag ? "yes" : "no")) }
        proposal.read(own.senProvision, as: .sen)
    }

    /// English, or believed to be: no; refused or not obtained: not recorded; any other language: yes. Source: DfE school census guide.
    private static func isEAL(_ code: String) -> Bool? {
        switch code.uppercased() {
        case "ENG", "ENB": false
        case "NOT", "REF", "ZZZ": nil
        default: true
        }
    }

    /// The section is left out when there was never a meal, so its absence says no, but only where nothing is recorded.
    private static func readMeals(
        _ pupil: CTFPupil, on day: CalendarDate?, to proposal: inout PupilProposal
    ) {
        let meals = pupil.freeSchoolMeals
        guard pupil.basicDetails?.own == nil else { return }
        guard !meals.isEmpty else {
            proposal.whereUnknown += [(.isFSM, "no"), (.isFSM6, "no")]
            return
        }
        guard let day else { return }
        // What can't be read may lie anywhere: nothing is concluded then.
        let unread = meals.flatMap { [$0.start, $0.end] }.compactMap(\.self).filter {
            PupilFieldReading.calendarDate($0) == nil
        }
        guard unread.isEmpty else {
            proposal.problems += unread.map { text in
                PupilProposal.Problem(
                    field: PupilField.isFSM.rawValue, text: text,
                    message:
                        "A period of free school meals must begin and end with a date like 2014-11-03, not “\(PupilFieldReading.cut(text))”."
                )
            }
            return
        }
        let sixYearsAgo = CalendarDate(year: day.year - 6, month: day.month, day: min(day.day, 28)) ?? day
        func reaches(_ meal: CTFFreeSchoolMeals, _ date: CalendarDate) -> Bool {
            let start = meal.start.flatMap(PupilFieldReading.calendarDate)
            let end = meal.end.flatMap(PupilFieldReading.calendarDate)
            return start.map { $0 <= day } ?? true && end.map { $0 >= date } ?? true
        }
        proposal.values.append((.isFSM, meals.contains { reaches($0, day) } ? "yes" : "no"))
        proposal.values.append((.isFSM6, meals.contains { reaches($0, sixYearsAgo) } ? "yes" : "no"))
    }

    private static func senOrder(_ period: CTFSENPeriod) -> (Int, String) {
        (period.end == nil ? 1 : 0, period.start.flatMap(PupilFieldReading.calendarDate)?.description ?? "")
    }
}
