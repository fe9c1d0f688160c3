import Assessment
import CommonTransferFile
import Storage

/// The pupils themselves: their details, and where they stand in the file's year.
extension CTFClassifier {
    /// Adds the pupil's details (full file), or says who is not known (any other).
    mutating func add(_ pupil: CTFPupil, _ person: FilePerson, _ match: PupilMatch, _ index: Int) throws {
        switch match {
        case .found(let place, let how):
            let stored = data.pupils.pupils[place]
            if let date = person.dateOfBirth, let known = stored.pupil.dateOfBirth, date != known {
                counts.otherBirthDates.append(index)
            }
            guard isFull else {
                plan.changeTemporaryUPN(index, of: stored, to: person.upn, found: how, choices: choices)
                return
            }
            let proposal = proposal(pupil)
            plan.refuseFormerUPNs(index, person)
            plan.update(
                index, with: proposal, stored: stored, upn: person.upn.flatMap { try? UPN($0) }, found: how,
                choices: choices)
            try addPlace(proposal, pupil, index, pupilID: stored.pupil.id)
        case .unknown(let namesakes) where !isFull || !namesakes.sameBirthDate.isEmpty:
            refuseUnknown(pupil, person, namesakes, index)
        case .confirmedNew where !isFull: refuseUnknown(pupil, person, .none, index)
        case .confirmedNew, .unknown:
            if person.upn == nil, person.dateOfBirth == nil {
                let words =
                    "A pupil without a UPN must have a date of birth to be added. Nothing of this pupil is taken."
                plan.refuse(
                    index, .invalid, value: person.name,
                    message: ([words] + match.namesakeSentences(person, data.pupils)).joined(separator: " "))
                return
            }
            let proposal = proposal(pupil)
            plan.create(
                index, with: proposal, upn: person.upn.flatMap { try? UPN($0) },
                formerUPNs: person.formerUPNs.compactMap { try? UPN($0) },
                beside: match.namesakeSentences(person, data.pupils))
            guard !plan.people[index].isRefused else { return }
            plan.refuseFormerUPNs(index, person)
            try addPlace(proposal, pupil, index, pupilID: nil)
        case .ambiguous, .invalidUPN: break
        }
    }

    private mutating func refuseUnknown(_ pupil: CTFPupil, _ person: FilePerson, _ namesakes: Namesakes, _ index: Int) {
        let count = pupil.records.count
        let left = "\(count) \(count == 1 ? "record is" : "records are") not taken."
        let message = ImportPlan.unmatchedMessage(
            person, namesakes, data.pupils,
            advice: "An assessment file adds no pupils: add the pupil, or give a full CTF or a pupil list first.")
        plan.refuse(index, .unmatchedPupil, value: person.name, message: isFull ? message : "\(message) \(left)")
    }

    private func proposal(_ pupil: CTFPupil) -> PupilProposal {
        var proposal = CTFProposal.make(pupil, on: writtenOn) { [data] in data.isOurs($0.dfeNumber) }
        proposal.checkDates(today: today)
        return proposal
    }

    /// The place in the year of the file: for the school's own pupils, and for joiners who came during that year.
    private mutating func addPlace(_ proposal: PupilProposal, _ pupil: CTFPupil, _ index: Int, pupilID: Int64?) throws {
        guard let year = placeYear, proposal.yearGroup != nil else { return }
        if !address.isFromHere {
            let entry = proposal.value(.entryDate).flatMap { CalendarDate(iso: $0) }
            guard let entry, let entryYear = SchoolYear.containing(entry), entryYear <= year else {
                counts.joinersWithoutPlace += 1
                return
            }
        }
        let present = try pupilID.flatMap { try data.places(year)[$0] }
        plan.place(index, proposal, year: year, present: present)
    }
}
