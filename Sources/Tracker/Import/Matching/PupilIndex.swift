import Assessment
import Storage

/// The pupils of a school, found by UPN, by former UPN, or (as a proposal only) by name and birth date.
final class PupilIndex {
    let pupils: [StoredPupil]
    /// The pupils' ids, in the same places.
    let ids: [Int64]
    private var byUPN: [String: Int] = [:]
    private var byFormerUPN: [String: [Int]] = [:]
    private var byID: [Int64: Int] = [:]
    // Most files need it for nobody.
    private lazy var byBirthDate = makeBirthDateIndex()

    init(_ pupils: [StoredPupil]) {
        self.pupils = pupils
        ids = pupils.map(\.pupil.id)
        byUPN.reserveCapacity(pupils.count)
        byID.reserveCapacity(pupils.count)
        for (place, stored) in pupils.enumerated() {
            byID[stored.pupil.id] = place
            if let upn = stored.pupil.upn { byUPN[upn.text] = place }
            for upn in stored.pupil.formerUPNs { byFormerUPN[upn.text, default: []].append(place) }
        }
    }

    func place(ofID id: Int64) -> Int? { byID[id] }

    /// Finds a pupil of a file: UPN, then former UPN either way, then what a person has confirmed; never by name alone.
    func match(_ person: FilePerson, choice: PupilChoice?) -> PupilMatch {
        if let text = person.upn {
            let upper = text.uppercased()
            if let place = byUPN[upper] { return .found(place, .upn) }
            do { _ = try UPN(upper) } catch { return .invalidUPN(error.message) }
            if let confirmed = confirmed(choice) { return confirmed }
            if let places = byFormerUPN[upper] {
                return places.count == 1 ? .found(places[0], .formerUPN) : .ambiguous(places)
            }
        } else if let confirmed = confirmed(choice) {
            return confirmed
        }
        let renamed = Set(person.formerUPNs.compactMap { byUPN[$0.uppercased()] })
        if let place = renamed.first {
            return renamed.count == 1
                ? .found(place, person.upn == nil ? .formerUPN : .newUPN) : .ambiguous(renamed.sorted())
        }
        return .unknown(proposals: proposals(person))
    }

    /// The pupils with the same folded names and the same birth date.
    func proposals(_ person: FilePerson) -> [Int] {
        // Folding names takes long, so only those of the day are.
        guard let date = person.dateOfBirth, let sameDay = byBirthDate[date] else { return [] }
        let halves = person.name.split(separator: ",", maxSplits: 1).map { foldedName(String($0)) }
        guard halves.count == 2 else { return [] }
        let names = (halves[0], halves[1])
        return sameDay.filter { place in
            let pupil = pupils[place].pupil
            return [pupil.surname, pupil.preferredSurname ?? pupil.surname].contains { foldedName($0) == names.0 }
                && [pupil.forename, pupil.preferredForename ?? pupil.forename].contains { foldedName($0) == names.1 }
        }
    }

    private func confirmed(_ choice: PupilChoice?) -> PupilMatch? {
        switch choice {
        case .existing(let id): byID[id].map { .found($0, .confirmed) }
        case .new: .confirmedNew
        case nil: nil
        }
    }

    private func makeBirthDateIndex() -> [CalendarDate: [Int]] {
        var index: [CalendarDate: [Int]] = [:]
        for (place, stored) in pupils.enumerated() {
            if let date = stored.pupil.dateOfBirth { index[date, default: []].append(place) }
        }
        return index
    }
}
