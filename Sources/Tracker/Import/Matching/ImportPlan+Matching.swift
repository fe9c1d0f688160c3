import Assessment
import Storage

extension ImportPlan {
    /// Finds each pupil of the file in the school's list and refuses those that can't be anybody.
    ///
    /// Lists what is wrong with a UPN, and pupils that stand in the file twice (nothing of either is taken); asks who may be meant.
    /// - Parameter addsPupils: whether the file adds pupils who are not in the list.
    /// - Returns: by pupil of the file; nil for those refused.
    mutating func match(_ persons: [FilePerson], _ pupils: PupilIndex, addsPupils: Bool, choices: ImportChoices)
        -> [PupilMatch?]
    {
        people = persons.map(Person.init)
        var matches: [PupilMatch?] = persons.map { person in
            pupils.match(person, choice: choices.pupils.isEmpty ? nil : choices.pupils[person.key])
        }
        for (index, match) in matches.enumerated() {
            if case .found(let place, _) = match { people[index].place = place }
        }
        refuseRepeatedUPNs(persons, &matches)
        pupilQuestions = zip(persons, matches).compactMap { person, match in
            match.flatMap {
                PupilQuestion(person, $0, pupils, addsPupils: addsPupils, answer: choices.pupils[person.key])
            }
        }
        refuseRepeatedPupils(persons, pupils, &matches)
        if addsPupils { refuseOneAddedTwice(persons, &matches) }
        for (index, match) in matches.enumerated() {
            if let match, refuseNobody(index, persons[index], match, pupils) { matches[index] = nil }
        }
        return matches
    }

    /// The same for the next pupil of a file of which more may come: others of the file are not looked at (``PupilsSoFar``).
    ///
    /// - Returns: who it is, and whether they are refused.
    mutating func match(_ person: FilePerson, _ pupils: PupilIndex, addsPupils: Bool, choices: ImportChoices)
        -> (match: PupilMatch, isRefused: Bool)
    {
        let index = people.count
        let choice = choices.pupils.isEmpty ? nil : choices.pupils[person.key]
        let match = pupils.match(person, choice: choice)
        people.append(Person(person))
        if case .found(let place, _) = match { people[index].place = place }
        if let question = PupilQuestion(person, match, pupils, addsPupils: addsPupils, answer: choice) {
            pupilQuestions.append(question)
        }
        return (match, refuseNobody(index, person, match, pupils))
    }

    /// Refuses a pupil whose UPN is none, or nobody's alone.
    private mutating func refuseNobody(_ index: Int, _ person: FilePerson, _ match: PupilMatch, _ pupils: PupilIndex)
        -> Bool
    {
        switch match {
        case .invalidUPN(let message):
            refuse(index, .invalid, column: "upn", value: person.upn, message: message)
            return true
        case .ambiguous(let places):
            refuse(
                index, .unmatchedPupil, value: person.name,
                message:
                    "The UPN was given to more than one pupil here: \(Self.titles(places, pupils)). Confirm by hand who it is."
            )
            return true
        default: return false
        }
    }

    /// Lists a pupil of whom nothing is taken.
    mutating func refuse(
        _ index: Int, _ status: ImportStatus, column: String = "pupil", value: String?, message: String
    ) {
        people[index].isRefused = true
        list.add(
            .init(
                status, pupil: index, line: people[index].line, column: column, value: value, message: message))
    }

    /// Why a pupil of the file was not found, with who it may be.
    static func unmatchedMessage(_ person: FilePerson, _ namesakes: Namesakes, _ pupils: PupilIndex, advice: String)
        -> String
    {
        let who = person.upn.map { "Nobody here has the UPN \($0)." } ?? "The file gives no UPN."
        let proposals = namesakes.sameBirthDate
        var sentences = [who]
        if !proposals.isEmpty { sentences.append("May be \(titles(proposals, pupils)); confirm by hand.") }
        sentences += namesakeSentences(person, namesakes, pupils)
        if proposals.isEmpty, namesakes.withoutBirthDate.isEmpty, !advice.isEmpty { sentences.append(advice) }
        let isPermanent = person.upn.flatMap { try? UPN($0) }.map { !$0.isTemporary } ?? false
        if isPermanent, !proposals.isEmpty,
            proposals.allSatisfy({ pupils.pupils[$0].pupil.upn?.isTemporary ?? false })
        {
            sentences.append("The UPN here is a temporary one, which the file’s then takes the place of.")
        }
        return sentences.joined(separator: " ")
    }

    /// Who has the pupil's name and is not proposed by the date of birth, with the reason.
    static func namesakeSentences(_ person: FilePerson, _ namesakes: Namesakes, _ pupils: PupilIndex) -> [String] {
        var sentences: [String] = []
        if case let places = namesakes.withoutBirthDate, !places.isEmpty {
            let missing =
                person.unreadDateOfBirth.map { "the file’s date of birth “\($0)” can’t be read" }
                ?? (person.dateOfBirth == nil ? "the file gives no date of birth" : "no date of birth is recorded here")
            let verb = places.count == 1 ? "has" : "have"
            sentences.append(
                "\(titles(places, pupils, "and")) \(verb) the same name, but \(missing): say who it is only if you know."
            )
        }
        if case let places = namesakes.otherBirthDate, let date = person.dateOfBirth, !places.isEmpty {
            let (verb, are) = places.count == 1 ? ("has", "is") : ("have", "are")
            sentences.append(
                "\(titles(places, pupils, "and")) \(verb) the same name and another date of birth than the file’s, \(date.inWords), so \(are) not offered as the same pupil. If a date is wrong, correct it first."
            )
        }
        return sentences
    }

    private static func titles(_ places: [Int], _ pupils: PupilIndex, _ word: String = "or") -> String {
        places.map { title(pupils.pupils[$0].pupil) }.joined(separator: " \(word) ")
    }

    /// `Smith, Zoë, born 3 November 2014 (H801200001001)`.
    static func title(_ pupil: Pupil) -> String {
        var title = "\(pupil.surname), \(pupil.forename)"
        if let date = pupil.dateOfBirth { title += ", born \(date.inWords)" }
        if let upn = pupil.upn { title += " (\(upn))" }
        return title
    }

    private mutating func refuseRepeatedUPNs(_ persons: [FilePerson], _ matches: inout [PupilMatch?]) {
        var first: [String: Int] = [:]
        var repeated: [String: [Int]] = [:]
        first.reserveCapacity(persons.count)
        for (index, person) in persons.enumerated() {
            guard let upn = person.upn?.uppercased() else { continue }
            if let before = first[upn] {
                repeated[upn, default: [before]].append(index)
            } else {
                first[upn] = index
            }
        }
        for upn in repeated.keys.sorted() {
            let places = repeated[upn] ?? []
            let lines = places.map { "line \(persons[$0].line) (\(persons[$0].name))" }.joined(separator: " and ")
            for index in places {
                refuse(
                    index, .invalid, column: "upn", value: upn,
                    message:
                        "The UPN \(upn) stands in the file more than once: \(lines). Nothing of these pupils is taken.")
                matches[index] = nil
            }
        }
    }

    private mutating func refuseRepeatedPupils(
        _ persons: [FilePerson], _ pupils: PupilIndex, _ matches: inout [PupilMatch?]
    ) {
        var byPlace: [Int: [Int]] = [:]
        for (index, match) in matches.enumerated() {
            if case .found(let place, _) = match { byPlace[place, default: []].append(index) }
        }
        for (place, indexes) in byPlace.filter({ $0.value.count > 1 }).sorted(by: { $0.key < $1.key }) {
            let lines = indexes.map { "line \(persons[$0].line) (\(persons[$0].upn ?? "no UPN"))" }
            for index in indexes {
                refuse(
                    index, .invalid, value: persons[index].name,
                    message:
                        "\(lines.joined(separator: " and ")) are the same pupil here, \(Self.title(pupils.pupils[place].pupil)). Nothing of these lines is taken."
                )
                matches[index] = nil
            }
        }
    }

    /// Of pupils who would be added, those who may be one: by name and date of birth where not all have a UPN, or where the UPN of one is
    /// the former one of another. Who is confirmed to be somebody new is.
    private mutating func refuseOneAddedTwice(_ persons: [FilePerson], _ matches: inout [PupilMatch?]) {
        let added = persons.indices.filter { index in
            if case .unknown(let namesakes) = matches[index] { namesakes.sameBirthDate.isEmpty } else { false }
        }
        var groups: [(lines: [Int], why: String)] = []
        // Folding names takes long, and nearly every file gives every pupil a UPN.
        if added.contains(where: { persons[$0].upn == nil }) {
            let alike = Dictionary(grouping: added) { index in
                PupilIndex.nameKey(persons[index]).map {
                    "\($0) \(persons[index].dateOfBirth?.description ?? "\(index)")"
                }
                    ?? "\(index)"
            }
            groups += alike.values.filter { $0.count > 1 && $0.contains { persons[$0].upn == nil } }.map {
                ($0, "have the same name and date of birth, and not all of them a UPN")
            }
        }
        var byUPN: [String: Int] = [:]
        let renamed = added.filter { !persons[$0].formerUPNs.isEmpty }
        if !renamed.isEmpty {
            for index in added { if let upn = persons[index].upn?.uppercased() { byUPN[upn] = index } }
        }
        for index in renamed {
            for former in persons[index].formerUPNs {
                guard let other = byUPN[former.uppercased()], other != index else { continue }
                groups.append(
                    ([other, index].sorted(), "are one pupil if the UPN of one is the former UPN of the other"))
            }
        }
        for group in groups.sorted(by: { $0.lines[0] < $1.lines[0] }) {
            let lines = group.lines.map { "line \(persons[$0].line) (\(persons[$0].name))" }.joined(separator: " and ")
            for index in group.lines where matches[index] != nil {
                refuse(
                    index, .invalid, value: persons[index].name,
                    message:
                        "\(lines) \(group.why): they may be one pupil, who must not be added twice. Nothing of these lines is taken: correct the file."
                )
                matches[index] = nil
            }
        }
    }
}
