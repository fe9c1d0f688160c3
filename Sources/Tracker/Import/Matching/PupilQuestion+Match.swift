import Assessment
import Storage

extension PupilQuestion {
    /// The question that a pupil of a file leaves to a person; nil where there is nothing to ask.
    ///
    /// - Parameters:
    ///   - match: how the pupil was found, with the answer where there is one.
    ///   - addsPupils: whether the file adds pupils who are not in the list.
    init?(_ person: FilePerson, _ match: PupilMatch, _ pupils: PupilIndex, addsPupils: Bool, answer: PupilChoice?) {
        // What would be asked if nothing had been said: so an answer can be changed.
        let open: PupilMatch
        switch match {
        case .confirmedNew, .found(_, .confirmed): open = pupils.match(person, choice: nil)
        case .unknown, .ambiguous: open = match
        case .found, .invalidUPN: return nil
        }
        var namesakes = Namesakes.none
        var found: [Int] = []
        switch open {
        case .unknown(let alike): namesakes = alike
        case .ambiguous(let places): found = places
        case .found(let place, _): found = [place]
        case .confirmedNew, .invalidUPN: break
        }
        func likely(_ places: [Int], _ likeness: Likeness) -> [Namesake] {
            places.map { Namesake(pupils.pupils[$0].pupil, likeness) }
        }
        candidates =
            likely(namesakes.sameBirthDate, .nameAndBirthDate) + likely(found, .formerUPN)
            + likely(namesakes.withoutBirthDate, .name)
        if case .found(let place, .confirmed) = match, !candidates.contains(where: { $0.id == pupils.ids[place] }) {
            candidates += likely([place], .confirmed)
        }
        guard !candidates.isEmpty || match.isConfirmedNew else { return nil }
        others = likely(namesakes.otherBirthDate, .otherBirthDate)
        key = person.key
        name = person.name
        upn = person.upn
        dateOfBirth = person.dateOfBirth
        line = person.line
        mayBeNew = addsPupils
        let isAdded = addsPupils && namesakes.sameBirthDate.isEmpty && found.isEmpty
        unanswered = isAdded && (upn != nil || dateOfBirth != nil) ? .added : .notTaken
        self.answer = match.isOpen ? nil : answer
    }
}

extension PupilMatch {
    fileprivate var isConfirmedNew: Bool {
        if case .confirmedNew = self { true } else { false }
    }

    /// Whether nobody has said who it is, or somebody who is not here.
    fileprivate var isOpen: Bool {
        switch self {
        case .unknown, .ambiguous: true
        case .found, .confirmedNew, .invalidUPN: false
        }
    }
}
