import Assessment
import Storage

extension ImportPlan {
    /// Lists what a file says of a pupil who is in the school's list, and plans the change.
    ///
    /// - Parameter how: how the pupil was found; by a new UPN, that is proposed as well.
    mutating func update(
        _ index: Int, with proposal: PupilProposal, stored: StoredPupil, upn: UPN?, found how: PupilMatch.How,
        choices: ImportChoices
    ) {
        var pupil = stored.pupil
        var unchanged = 0
        let line = people[index].line
        if let upn, how == .newUPN || how == .confirmed {
            changeUPN(index, of: &pupil, to: upn, found: how, choices: choices)
        }
        let implied = proposal.whereUnknown.filter { $0.field.text(stored.pupil) == nil }
        for (field, text) in proposal.values + implied {
            let old = field.text(stored.pupil)
            guard old != text else {
                unchanged += 1
                continue
            }
            field.set(text, in: &pupil)
            list.add(
                .init(
                    old == nil ? .new : .changed, pupil: index, line: line, column: field.rawValue, old: old,
                    value: text))
        }
        addProblems(proposal.problems, index)
        pupil.formerUPNs.sort()
        if pupil != stored.pupil {
            people[index].details = pupil
        } else if proposal.problems.isEmpty {
            list.add(
                .init(
                    .same, pupil: index, line: line, column: "pupil", old: people[index].name,
                    value: people[index].name,
                    message: "\(unchanged) \(unchanged == 1 ? "detail is" : "details are") as stored."))
        }
    }

    /// Lists a pupil who is to be added.
    ///
    /// - Parameter namesakes: what is to be said of others here with the same name.
    mutating func create(
        _ index: Int, with proposal: PupilProposal, upn: UPN?, formerUPNs: [UPN], beside namesakes: [String]
    ) {
        let line = people[index].line
        guard let surname = proposal.value(.surname), let forename = proposal.value(.forename) else {
            addProblems(proposal.problems, index)
            let missing = [PupilField.surname, .forename].filter { proposal.value($0) == nil }.map(\.title)
            list.add(
                .init(
                    .invalid, pupil: index, line: line, column: "pupil", value: people[index].name,
                    message:
                        "\(missing.joined(separator: " and ")) must be given to add a pupil. Nothing of this pupil is taken."
                ))
            people[index].isRefused = true
            return
        }
        var pupil = Pupil(id: 0, upn: upn, formerUPNs: formerUPNs.sorted(), surname: surname, forename: forename)
        var names: [String] = []
        for (field, text) in proposal.whereUnknown + proposal.values {
            field.set(text, in: &pupil)
            if field != .surname, field != .forename, !names.contains(field.title) { names.append(field.title) }
        }
        people[index].details = pupil
        people[index].name = "\(surname), \(forename)"
        var value = people[index].name
        if let date = pupil.dateOfBirth { value += ", born \(date.inWords)" }
        if let group = proposal.yearGroup { value += ", \(group.title)" }
        if let name = proposal.className { value += ", \(name)" }
        let sentences = (names.isEmpty ? [] : ["Added with \(names.joined(separator: ", "))."]) + namesakes
        list.add(
            .init(
                .new, pupil: index, line: line, column: "pupil", value: value,
                message: sentences.isEmpty ? nil : sentences.joined(separator: " ")))
        addProblems(proposal.problems, index)
    }

    /// Plans the pupil's place in a year, and lists it when the pupil was known before.
    mutating func place(_ index: Int, _ proposal: PupilProposal, year: SchoolYear, present: CohortPlace?) {
        let line = people[index].line
        guard let group = proposal.yearGroup ?? present?.yearGroup else {
            if let name = proposal.className {
                list.add(
                    .init(
                        .invalid, pupil: index, line: line, year: year.endYear, column: "class", value: name,
                        message: "The class can’t be stored without a year group. Add a column “Year group”."))
            }
            return
        }
        let name = proposal.className ?? present?.className
        guard present?.yearGroup != group || present?.className != name else { return }
        if people[index].place != nil {
            if present?.yearGroup != group {
                list.add(
                    .init(
                        present == nil ? .new : .changed, pupil: index, line: line, year: year.endYear,
                        column: "year_group", old: present?.yearGroup.rawValue, value: group.rawValue))
            }
            if let name, present?.className != name {
                list.add(
                    .init(
                        present?.className == nil ? .new : .changed, pupil: index, line: line, year: year.endYear,
                        column: "class", old: present?.className, value: name))
            }
        }
        people[index].places.append(PlannedPlace(year: year, yearGroup: group, className: name))
    }

    /// Lists former UPNs that are none.
    mutating func refuseFormerUPNs(_ index: Int, _ person: FilePerson) {
        for text in person.formerUPNs {
            do { _ = try UPN(text) } catch {
                list.add(
                    .init(
                        .invalid, pupil: index, line: person.line, column: "former_upn", value: text,
                        message: error.message))
            }
        }
    }

    private mutating func addProblems(_ problems: [PupilProposal.Problem], _ index: Int) {
        for problem in problems {
            list.add(
                .init(
                    .invalid, pupil: index, line: people[index].line, column: problem.field, value: problem.text,
                    message: problem.message))
        }
    }
}
