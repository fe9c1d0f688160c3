import Assessment
import Spreadsheets
import Storage
import TextFiles

/// Works out what a list of pupils does to a school's data as it is now. Nobody is taken out because a list lacks them.
struct RosterClassifier {
    let sheet: Sheet
    let headings: SheetHeadings
    let data: ImportData
    let choices: ImportChoices
    let givenYear: SchoolYear?
    let clock: TrackerClock

    var plan = ImportPlan(kind: .roster)
    private var proposals: [PupilProposal] = []
    /// Pupils of the school who are in the file.
    private var seen: Set<Int64> = []

    init(
        _ sheet: Sheet, _ headings: SheetHeadings, data: ImportData, choices: ImportChoices, year: SchoolYear?,
        clock: TrackerClock
    ) {
        self.sheet = sheet
        self.headings = headings
        self.data = data
        self.choices = choices
        givenYear = year
        self.clock = clock
    }

    mutating func run() throws -> ImportPlan {
        plan.headings = headings.uses
        plan.fields = headings.choices
        plan.warnings += sheet.warnings.map(\.message)
        if !headings.map.unknown.isEmpty {
            plan.warnings.append("Headings that are not read: \(headings.map.unknown.joined(separator: ", ")).")
        }
        for column in headings.repeated {
            plan.warnings.append(
                "“\(column.heading)” means the same as “\(column.read)” here and is not read. Change what is read as what, if it should be the other one."
            )
        }
        proposals = sheet.rows.map { proposal($0) }
        let named = namedYears
        let saysYear = !sheet.rows.isEmpty && sheet.rows.allSatisfy { text("school_year", $0) != nil }
        let year = try fileYear(named, saysYear: saysYear)
        let isOfSeveral = saysYear && named.count > 1
        plan.source = ImportSource(
            year: isOfSeveral ? nil : year, encoding: sheet.origin.title,
            isWorkbook: sheet.origin.isWorkbook, pupils: sheet.rows.count, saysYear: saysYear,
            years: isOfSeveral ? named : [])
        if isOfSeveral {
            plan.warnings.append(
                "The lines say that they are of \(named.map(\.label).joined(separator: " and ")): the year group and class of each are taken as those of its own year."
            )
        } else if saysYear, let givenYear, let year = named.first, year != givenYear {
            plan.warnings.append(
                "The lines say that they are of \(year.label): their year groups and classes are taken as those of that year, and not of \(givenYear.label)."
            )
        }
        let persons = sheet.rows.map { person($0) }
        let matches = plan.match(persons, data.pupils, addsPupils: true, choices: choices)
        for (index, match) in matches.enumerated() {
            if let place = plan.people[index].place { seen.insert(data.pupils.ids[place]) }
            guard let match else { continue }
            try add(persons[index], match, index, year)
        }
        for ragged in sheet.raggedRows {
            plan.list.add(.init(.invalid, pupil: nil, line: ragged.line, message: ragged.message))
        }
        try addAbsent(year)
        return plan
    }

    private func text(_ field: String, _ row: SheetRow) -> String? {
        headings.map.value(field, in: row).flatMap { $0.isEmpty ? nil : $0 }
    }

    private func person(_ row: SheetRow) -> FilePerson {
        var person = FilePerson(
            line: row.line, upn: text("upn", row),
            formerUPNs: text("former_upn", row)?.split { ",; ".contains($0) }.map(String.init) ?? [],
            surname: text("surname", row), forename: text("forename", row))
        person.readDateOfBirth(text("date_of_birth", row))
        return person
    }

    private func proposal(_ row: SheetRow) -> PupilProposal {
        var proposal = PupilProposal()
        for field in PupilField.allCases where field != .upn { proposal.read(text(field.rawValue, row), as: field) }
        proposal.readYearGroup(text("year_group", row))
        proposal.readClass(text("class", row))
        proposal.checkDates(today: clock.today())
        return proposal
    }

    private mutating func add(_ person: FilePerson, _ match: PupilMatch, _ index: Int, _ fileYear: SchoolYear) throws {
        let proposal = proposals[index]
        let formerUPNs = readFormerUPNs(person, index)
        let upn = person.upn.flatMap { try? UPN($0) }
        var pupilID: Int64?
        switch match {
        case .found(let place, let how):
            let stored = data.pupils.pupils[place]
            pupilID = stored.pupil.id
            plan.update(
                index, with: proposal, stored: stored, upn: upn, found: how, choices: choices)
        case .unknown(let namesakes) where !namesakes.sameBirthDate.isEmpty:
            plan.refuse(
                index, .unmatchedPupil, value: person.name,
                message: ImportPlan.unmatchedMessage(person, namesakes, data.pupils, advice: ""))
            return
        case .confirmedNew, .unknown:
            guard upn != nil || person.dateOfBirth != nil else {
                let words =
                    "A pupil without a UPN must have a date of birth to be added. Nothing of this line is taken."
                plan.refuse(
                    index, .invalid, value: person.name,
                    message: ([words] + match.namesakeSentences(person, data.pupils)).joined(separator: " "))
                return
            }
            plan.create(
                index, with: proposal, upn: upn, formerUPNs: formerUPNs,
                beside: match.namesakeSentences(person, data.pupils))
        case .ambiguous, .invalidUPN: return
        }
        guard !plan.people[index].isRefused, let year = rowYear(index, fileYear) else { return }
        plan.place(index, proposal, year: year, present: try pupilID.flatMap { try data.places(year)[$0] })
    }

    private mutating func readFormerUPNs(_ person: FilePerson, _ index: Int) -> [UPN] {
        plan.refuseFormerUPNs(index, person)
        return person.formerUPNs.compactMap { try? UPN($0) }
    }

    // MARK: The school year

    /// The year that a line names itself, else the file's; nil (and listed) when the line's year can't be read.
    private mutating func rowYear(_ index: Int, _ fileYear: SchoolYear) -> SchoolYear? {
        guard let text = text("school_year", sheet.rows[index]) else { return fileYear }
        if let year = SchoolYearText.read(text) { return year }
        plan.list.add(
            .init(
                .invalid, pupil: index, line: sheet.rows[index].line, column: "school_year", value: text,
                message:
                    "School year must be like 2025/26, or the year in which it ends (2026), not “\(PupilFieldReading.cut(text))”. Year group and class of this line are not taken."
            ))
        return nil
    }

    /// The years that lines name themselves, oldest first.
    private var namedYears: [SchoolYear] {
        Set(sheet.rows.compactMap { text("school_year", $0).flatMap(SchoolYearText.read) }).sorted()
    }

    /// The year of the lines that name none: given, else by year groups and birth dates, else the present one.
    private mutating func fileYear(_ named: [SchoolYear], saysYear: Bool) throws -> SchoolYear {
        if saysYear, named.count == 1 { return named[0] }
        if let givenYear { return givenYear }
        if named.count == 1 { return named[0] }
        var votes: [SchoolYear: Int] = [:]
        for proposal in proposals {
            if let group = proposal.yearGroup,
                let date = proposal.value(.dateOfBirth).flatMap({ CalendarDate(iso: $0) }),
                let year = group.schoolYear(bornOn: date)
            {
                votes[year, default: 0] += 1
            }
        }
        let total = votes.values.reduce(0, +)
        if let (year, count) = votes.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), count * 5 >= total * 4 {
            plan.warnings.append(
                "The file does not name its school year. \(count) of \(total) year groups and birth dates go together in \(year.label), so it was read as that year’s."
            )
            return year
        }
        guard let year = clock.currentSchoolYear() else {
            throw TrackerError.fields([FieldProblem("year", "Enter the school year of the list (2026 for 2025/26).")])
        }
        plan.warnings.append(
            "The file does not name its school year and its birth dates don’t tell it, so it was read as this school year’s, \(year.label)."
        )
        return year
    }

    /// Says how many pupils of the year groups in the file are not in it; they stay as they are.
    private mutating func addAbsent(_ year: SchoolYear) throws {
        let groups = Set(proposals.compactMap(\.yearGroup))
        let absent = try data.places(year).values.filter {
            (groups.isEmpty || groups.contains($0.yearGroup)) && !seen.contains($0.pupilID)
        }
        guard !absent.isEmpty else { return }
        let groupNames = groups.sorted().map(\.title).joined(separator: ", ")
        plan.warnings.append(
            "\(absent.count) \(absent.count == 1 ? "pupil" : "pupils") of \(groupNames.isEmpty ? year.label : "\(groupNames) in \(year.label)") \(absent.count == 1 ? "is" : "are") not in the file; they stay as they are."
        )
    }
}
