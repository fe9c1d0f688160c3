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
    // Folding names takes long, and most files need it for nobody.
    private lazy var byName = makeNameIndex()

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
        return .unknown(namesakes(person))
    }

    /// The pupils with the same folded names; preferred names count as well.
    func namesakes(_ person: FilePerson) -> Namesakes {
        guard !pupils.isEmpty, let key = Self.nameKey(person), let places = byName[key] else { return .none }
        var namesakes = Namesakes()
        for place in places {
            let known = pupils[place].pupil.dateOfBirth
            if let known, let date = person.dateOfBirth {
                if known == date {
                    namesakes.sameBirthDate.append(place)
                } else {
                    namesakes.otherBirthDate.append(place)
                }
            } else {
                namesakes.withoutBirthDate.append(place)
            }
        }
        return namesakes
    }

    private static func nameKey(_ person: FilePerson) -> String? {
        if let surname = person.surname, let forename = person.forename { return nameKey(surname, forename) }
        let halves = person.name.split(separator: ",", maxSplits: 1)
        return halves.count == 2 ? nameKey(String(halves[0]), String(halves[1])) : nil
    }

    /// nil for a name without letters, which is nobody's.
    private static func nameKey(_ surname: String, _ forename: String) -> String? {
        let halves = (foldedName(surname), foldedName(forename))
        return halves.0.isEmpty || halves.1.isEmpty ? nil : "\(halves.0),\(halves.1)"
    }

    private func confirmed(_ choice: PupilChoice?) -> PupilMatch? {
        switch choice {
        case .existing(let id): byID[id].map { .found($0, .confirmed) }
        case .new: .confirmedNew
        case nil: nil
        }
    }

    private func makeNameIndex() -> [String: [Int]] {
        var index: [String: [Int]] = [:]
        index.reserveCapacity(pupils.count)
        for (place, stored) in pupils.enumerated() {
            let pupil = stored.pupil
            let surnames = Set([pupil.surname, pupil.preferredSurname ?? pupil.surname])
            let forenames = Set([pupil.forename, pupil.preferredForename ?? pupil.forename])
            let keys = Set(surnames.flatMap { surname in forenames.compactMap { Self.nameKey(surname, $0) } })
            for key in keys { index[key, default: []].append(place) }
        }
        return index
    }
}
