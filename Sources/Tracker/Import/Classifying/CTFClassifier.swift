import Assessment
import CommonTransferFile
import Storage
import TextFiles

/// Works out what a Common Transfer File does to a school's data as it is now.
///
/// For each record a few dictionary look-ups; rules are run once for each different case (``SubjectClassifier``).
struct CTFClassifier {
    let content: CTFContent
    let data: ImportData
    let codes: CTFCodes
    let options: ImportOptions
    let choices: ImportChoices
    let clock: TrackerClock
    let isFull: Bool
    let address: CTFAddress
    let writtenAt: String?
    /// The school year that the header names.
    let schoolYear: SchoolYear?

    var plan = ImportPlan(kind: .ctf)
    var counts = CTFCounts()
    private let sorter: ResultSorter
    private var tallies: [ImportPlan.RecordKey: RecordTally] = [:]
    private var talliesInOrder: [RecordTally] = []
    private var answers: [SchoolYear: [String: NumberReading]] = [:]

    /// - Throws: ``TrackerError/file(_:)`` when the file is for another school.
    init(
        _ content: CTFContent, data: ImportData, codes: CTFCodes, options: ImportOptions, choices: ImportChoices,
        clock: TrackerClock
    ) throws {
        self.content = content
        self.data = data
        self.codes = codes
        self.options = options
        self.choices = choices
        self.clock = clock
        let header = content.header
        isFull = header.isFull || (header.qualifier == nil && content.pupils.contains { $0.hasBasicDetails })
        address = try CTFAddress(header, isFull: isFull, data: data)
        writtenAt = LondonTime.timestamp(header.dateTime)
        schoolYear = header.academicYear.flatMap { Int($0) }.flatMap { SchoolYear(endYear: $0 + 1) }
        sorter = ResultSorter(data: data, clock: clock, choices: choices, writtenAt: writtenAt)
    }

    mutating func run() throws -> ImportPlan {
        plan.source = ImportSource(
            from: CTFAddress.title(content.header.source), to: CTFAddress.title(content.header.destination),
            writtenAt: content.header.dateTime, version: content.header.version, supplier: content.header.supplierID,
            qualifier: content.header.qualifier, year: schoolYear, encoding: content.summary.encoding.title,
            pupils: content.pupils.count)
        let persons = content.pupils.map(Self.person)
        let matches = plan.match(persons, data.pupils, choices: choices)
        for (index, pupil) in content.pupils.enumerated() {
            guard let match = matches[index] else { continue }
            try add(pupil, persons[index], match, index)
            guard !plan.people[index].isRefused else { continue }
            plan.people[index].keepsRecords = !pupil.records.isEmpty
            try addResults(pupil, index)
        }
        // In the order of the file, so that examples are the first of their kind.
        for tally in talliesInOrder { counts.add(tally) }
        plan.questions = counts.questions(supplier: content.header.supplierID ?? "")
        plan.assessments = counts.records
        try addWarnings()
        return plan
    }

    private static func person(_ pupil: CTFPupil) -> FilePerson {
        FilePerson(
            line: pupil.line, upn: pupil.upn, formerUPNs: pupil.basicDetails?.formerUPNs ?? [],
            surname: pupil.surname, forename: pupil.forename,
            dateOfBirth: pupil.dateOfBirth.flatMap(PupilFieldReading.calendarDate))
    }

    /// Adds the pupil's details (full file), or says who is not known (any other).
    private mutating func add(_ pupil: CTFPupil, _ person: FilePerson, _ match: PupilMatch, _ index: Int) throws {
        switch match {
        case .found(let place, let how):
            let stored = data.pupils.pupils[place]
            if let date = person.dateOfBirth, let known = stored.pupil.dateOfBirth, date != known {
                counts.otherBirthDates.append(index)
            }
            guard isFull else { return }
            let proposal = proposal(pupil)
            let reassigns = how == .newUPN || (how == .confirmed && person.upn != nil)
            plan.update(
                index, with: proposal, stored: stored, upn: person.upn.flatMap { try? UPN($0) }, reassigns: reassigns)
            try addPlace(proposal, pupil, index, pupilID: stored.pupil.id)
        case .confirmedNew, .unknown(proposals: []):
            guard isFull else { return refuseUnknown(pupil, person, [], index) }
            if person.upn == nil, person.dateOfBirth == nil {
                plan.refuse(
                    index, .invalid, value: person.name,
                    message:
                        "A pupil without a UPN must have a date of birth to be added. Nothing of this pupil is taken.")
                return
            }
            let proposal = proposal(pupil)
            plan.create(
                index, with: proposal, upn: person.upn.flatMap { try? UPN($0) },
                formerUPNs: person.formerUPNs.compactMap { try? UPN($0) })
            guard !plan.people[index].isRefused else { return }
            try addPlace(proposal, pupil, index, pupilID: nil)
        case .unknown(let proposals):
            refuseUnknown(pupil, person, proposals, index)
        case .ambiguous, .invalidUPN: break
        }
    }

    private mutating func refuseUnknown(_ pupil: CTFPupil, _ person: FilePerson, _ proposals: [Int], _ index: Int) {
        let count = pupil.records.count
        let left = "\(count) \(count == 1 ? "record is" : "records are") not taken."
        let message = ImportPlan.unmatchedMessage(
            person, proposals, data.pupils,
            advice: "An assessment file adds no pupils: add the pupil, or give a full CTF or a pupil list first.")
        plan.refuse(index, .unmatchedPupil, value: person.name, message: isFull ? message : "\(message) \(left)")
    }

    private func proposal(_ pupil: CTFPupil) -> PupilProposal {
        let day = content.header.dateTime.flatMap { CalendarDate(iso: String($0.prefix(10))) } ?? clock.today()
        return CTFProposal.make(pupil, on: day) { data.isOurs($0.dfeNumber) }
    }

    /// The place in the file's school year: for the school's own pupils, and for joiners who came during that year.
    private mutating func addPlace(_ proposal: PupilProposal, _ pupil: CTFPupil, _ index: Int, pupilID: Int64?) throws {
        guard let year = schoolYear, proposal.yearGroup != nil else { return }
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

    // MARK: Results

    private struct Group {
        let year: SchoolYear
        let subject: Subject
        var lines: [ResultLine] = []
        var tests: [TestRecord] = []
    }

    private mutating func addResults(_ pupil: CTFPupil, _ index: Int) throws {
        var groups: [Group] = []
        for record in pupil.records {
            let tally = tally(record)
            tally.add(record)
            switch tally.route {
            case .judgement(let column, let subject):
                guard let group = Self.group(record, subject, &groups) else { continue }
                groups[group].lines.append(
                    ResultLine(column: column, text: record.result, line: record.line, date: record.resultDate))
            case .test(let subject):
                guard let group = Self.group(record, subject, &groups) else { continue }
                groups[group].tests.append(
                    TestRecord(
                        code: "\(record.component)/\(record.qualifier)", text: record.result,
                        value: CTFTestValue(record.result), line: record.line, date: record.resultDate))
            case .kept, .leftOut, .notAResult: break
            case .notHeld:
                refuse(
                    record, index, .invalid,
                    "End of Key Stage 2 was not held in \(record.yearText). The record is kept as it came.")
            case .future:
                refuse(
                    record, index, .invalid,
                    "\(record.yearText) is in the future: there can be no result of it yet. The record is kept as it came."
                )
            case .unknown:
                let message =
                    record.year == nil
                    ? "The year “\(record.yearText.prefix(20))” must be four digits. The record is kept as it came."
                    : "The codes \(record.codes.title) are not known in \(record.yearText). The record is kept as it came."
                refuse(record, index, record.year == nil ? .invalid : .unknownCode, message)
            }
        }
        for group in groups { try add(group, index) }
    }

    private mutating func add(_ group: Group, _ index: Int) throws {
        guard let columns = data.columns(group.year.endYear) else { return }
        var lines = group.lines
        if !group.tests.isEmpty, let test = columns.test(group.subject) {
            let reading = TestReading(
                group.tests, test: test, year: group.year.endYear, tables: data.tables,
                answers: try answers(group.year))
            for refused in reading.refused {
                plan.list.add(
                    .init(
                        refused.status, pupil: index, line: refused.line, assessment: .ks2, year: group.year.endYear,
                        column: refused.column.rawValue, value: refused.text, message: refused.message))
            }
            if let question = reading.question { counts.ask(question, group.year, group.subject) }
            lines += reading.placed.map {
                ResultLine(column: $0.column, text: $0.text, line: $0.line, date: $0.date)
            }
        }
        try sorter.add(lines, subject: group.subject, year: group.year, columns: columns, of: index, to: &plan)
        try addPlaceInYear6(group.year, index)
    }

    /// A pupil whom the school itself reports for Key Stage 2 was in its Year 6.
    private mutating func addPlaceInYear6(_ year: SchoolYear, _ index: Int) throws {
        guard address.isFromHere else { return }
        switch try plan.placeInYear6(index, year, data: data) {
        case .placed: counts.placed[year, default: 0] += 1
        case .elsewhere: counts.inOtherYearGroup[year, default: []].insert(index)
        case .there: break
        }
    }

    private mutating func refuse(_ record: CTFRecord, _ index: Int, _ status: ImportStatus, _ message: String) {
        plan.list.add(
            .init(
                status, pupil: index, line: record.line, year: record.year, column: record.codes.title,
                value: record.result, message: message))
    }

    private mutating func tally(_ record: CTFRecord) -> RecordTally {
        let key = ImportPlan.RecordKey(record)
        if let known = tallies[key] { return known }
        let (route, isUnderOtherStage) = CTFRoute.route(
            record, codes: codes, take: options.take, lastYear: clock.currentSchoolYear()?.endYear)
        if isUnderOtherStage { counts.underOtherStage.insert(record.codes.title) }
        if case .leftOut = route { plan.leftOut.insert(key) }
        let tally = RecordTally(route, record.codes)
        tallies[key] = tally
        talliesInOrder.append(tally)
        return tally
    }

    private mutating func answers(_ year: SchoolYear) throws -> [String: NumberReading] {
        if let known = answers[year] { return known }
        let remembered = try RememberedReadings.read(
            data.session, school: data.school.id, supplier: content.header.supplierID ?? "", year: year)
        let all = remembered.merging(choices.readings) { $1 }
        if !choices.readings.isEmpty { plan.rememberedReadings[year] = choices.readings }
        answers[year] = all
        return all
    }

    private static func group(_ record: CTFRecord, _ subject: Subject, _ groups: inout [Group]) -> Int? {
        guard let year = record.year.flatMap(SchoolYear.init(endYear:)) else { return nil }
        if let known = groups.firstIndex(where: { $0.year == year && $0.subject == subject }) { return known }
        groups.append(Group(year: year, subject: subject))
        return groups.count - 1
    }
}
