import Assessment
import CommonTransferFile
import Storage
import TextFiles

/// Works out what a Common Transfer File does to a school's data as it is now.
///
/// For each record a few dictionary look-ups; rules are run once for each different case (``SubjectClassifier``).
struct CTFClassifier {
    let header: CTFHeader
    let data: ImportData
    let codes: CTFCodes
    let options: ImportOptions
    let choices: ImportChoices
    let clock: TrackerClock
    let isFull: Bool
    let address: CTFAddress
    let writtenAt: String?
    /// The day of ``writtenAt``, else today; nil where neither is known.
    let writtenOn: CalendarDate?
    let today: CalendarDate?
    /// The school year that the header names.
    let schoolYear: SchoolYear?
    /// The year of the pupils' year groups and classes: the header's, else what the person says who brings the file.
    let placeYear: SchoolYear?

    var plan = ImportPlan(kind: .ctf)
    var counts = CTFCounts()
    private let sorter: ResultSorter
    /// The last date of a result that was read, as it stands in the file and as ISO writes it.
    private var lastDate: (text: String, day: String)?
    private var tallies: [ImportPlan.RecordKey: RecordTally] = [:]
    private var talliesInOrder: [RecordTally] = []
    private var answers: [SchoolYear: [String: NumberReading]] = [:]

    /// - Throws: ``TrackerError/file(_:)`` when the file is for another school.
    init(
        _ header: CTFHeader, isFull: Bool, data: ImportData, codes: CTFCodes, options: ImportOptions,
        choices: ImportChoices, year: SchoolYear?, clock: TrackerClock
    ) throws {
        self.header = header
        self.isFull = isFull
        self.data = data
        self.codes = codes
        self.options = options
        self.choices = choices
        self.clock = clock
        address = try CTFAddress(header, isFull: isFull, data: data)
        writtenAt = LondonTime.timestamp(header.dateTime)
        today = clock.today()
        writtenOn = LondonTime.day(header.dateTime) ?? today
        schoolYear = header.academicYear.flatMap { Int($0) }.flatMap(SchoolYear.beginning)
        placeYear = schoolYear ?? year
        sorter = ResultSorter(data: data, clock: clock, choices: choices, writtenAt: writtenAt)
    }

    /// Looks at a whole file.
    mutating func run(_ content: CTFContent) throws -> ImportPlan {
        let persons = content.pupils.map(FilePerson.init)
        // An item a pupil and, at most, one a record but for few.
        plan.list.reserve(content.pupils.reduce(0) { $0 + 1 + $1.records.count })
        let matches = plan.match(persons, data.pupils, addsPupils: isFull, choices: choices)
        for (index, pupil) in content.pupils.enumerated() { try add(pupil, persons[index], matches[index], index) }
        return try finish(content.summary, persons)
    }

    /// Looks at each pupil of a file as soon as it has been read. The plan is that of ``run(_:)``.
    ///
    /// - Returns: nil where pupils may have to be refused because of each other, which only ``run(_:)`` can.
    /// - Throws: what the reading ended with, too.
    mutating func follow(_ file: ArrivingCTF) throws -> ImportPlan? {
        var persons: [FilePerson] = []
        var soFar = PupilsSoFar()
        var refused: [ImportItems.Entry] = []
        var number = 0
        while let pupils = file.piece(number) {
            number += 1
            for pupil in pupils {
                let index = persons.count
                let person = FilePerson(pupil)
                persons.append(person)
                let (match, isRefused) = plan.match(person, data.pupils, addsPupils: isFull, choices: choices)
                soFar.add(person, match, addsPupils: isFull)
                // Listed first, as of a whole file.
                if isRefused { refused.append(plan.list.removeLast()) }
                try add(pupil, person, isRefused ? nil : match, index)
            }
            if soFar.clash { return nil }
        }
        let summary = try file.summary()
        if soFar.clashByFormerUPN { return nil }
        plan.list.putFirst(refused)
        return try finish(summary, persons)
    }

    /// - Parameter match: nil for a pupil who is refused already.
    private mutating func add(_ pupil: CTFPupil, _ person: FilePerson, _ match: PupilMatch?, _ index: Int) throws {
        counts.unused.note(pupil, isFull: isFull) { [data] in data.isOurs($0.dfeNumber) }
        if let match { try add(pupil, person, match, index) }
        guard match != nil, !plan.people[index].isRefused else {
            plan.records.ofRefusedPupils += pupil.records.count
            return
        }
        plan.people[index].keepsRecords = !pupil.records.isEmpty
        let before = plan.list.entries.count
        try addResults(pupil, index)
        plan.records.listed += plan.list.entries.count - before
    }

    private mutating func finish(_ summary: CTFSummary, _ persons: [FilePerson]) throws -> ImportPlan {
        plan.source = ImportSource(
            from: CTFAddress.title(header.source), to: CTFAddress.title(header.destination),
            writtenAt: header.dateTime, version: header.version, supplier: header.supplierID,
            qualifier: header.qualifier, year: schoolYear, encoding: summary.encoding.title, pupils: persons.count)
        // In the order of the file, so that examples are the first of their kind.
        for tally in talliesInOrder { counts.add(tally) }
        plan.records.kept = counts.keptRecords
        plan.records.leftOut = counts.leftOut.values.reduce(0, +)
        plan.questions = counts.questions(supplier: header.supplierID ?? "")
        plan.assessments = counts.records
        // A full file's are listed among the pupil's details.
        if !isFull, let warning = ImportPlan.unreadBirthDates(persons) { plan.warnings.append(warning) }
        try addWarnings(summary)
        return plan
    }

    // MARK: Results

    private struct Group {
        let part: ResultPart
        var lines: [ResultLine] = []
        /// The test records among them, of this subject.
        var tests: [TestRecord] = []
        var subject: Subject?
    }

    private mutating func addResults(_ pupil: CTFPupil, _ index: Int) throws {
        var groups: [Group] = []
        let stored = plan.people[index].place.flatMap { data.pupils.pupils[$0].pupil.dateOfBirth }
        let ages = CTFYearGroups(pupil, fileYear: schoolYear, stored: stored)
        for record in pupil.records {
            var tally = tally(record)
            if let other = tally.otherStage, let year = record.year.flatMap(SchoolYear.init(endYear:)),
                other.route.assessment?.yearGroup == (try yearGroup(of: index, year, ages))
            {
                tally = other
                counts.underOtherStage.insert(record.codes.title)
            }
            if tally.isUnderOtherStage, try refuseAsOtherStages(record, tally.route, index, ages) { continue }
            if tally.count == 0, tally.isUnderOtherStage { counts.underOtherStage.insert(record.codes.title) }
            tally.add(record)
            switch tally.route {
            case .result(_, let column): add(record, tally.part, column, to: &groups)
            case .phonics(let part): try addPhonics(record, part, index, ages, to: &groups)
            case .test(let subject):
                guard let group = Self.group(tally.part, &groups) else { continue }
                groups[group].subject = subject
                groups[group].tests.append(
                    TestRecord(
                        code: tally.number, text: record.result, value: CTFTestValue(record.result), line: record.line,
                        date: date(record)))
            case .kept, .leftOut, .notAResult: break
            // Judgements of such a year stand in schools' systems though nobody collected them; tests there were none.
            case .notHeld(let why):
                if why.kind == .ks2 { refuse(record, index, .invalid, "\(why.message) \(Self.isKept)") }
            case .future:
                refuse(
                    record, index, .invalid,
                    "\(record.yearText) is in the future: there can be no result of it yet. \(Self.isKept)")
            case .unknown:
                let message =
                    record.year == nil
                    ? "The year “\(record.yearText.prefix(20))” must be four digits. \(Self.isKept)"
                    : "The codes \(record.codes.title) are not known in \(record.yearText). \(Self.isKept)"
                refuse(record, index, record.year == nil ? .invalid : .unknownCode, message)
            }
        }
        var sittings: [(assessment: YearGroupAssessment, year: SchoolYear)] = []
        for group in groups {
            try add(group, index)
            if sittings.last.map({ $0.assessment != group.part.assessment || $0.year != group.part.year }) ?? true {
                sittings.append((group.part.assessment, group.part.year))
            }
        }
        for sitting in sittings { try addPlace(sitting.assessment.yearGroup, sitting.year, index) }
    }

    /// Refuses a record whose codes belong to the other key stage, where the pupil was in this one's year group.
    ///
    /// - Returns: whether it was refused; not where nothing says in which year group the pupil was.
    private mutating func refuseAsOtherStages(
        _ record: CTFRecord, _ route: CTFRoute, _ index: Int, _ ages: CTFYearGroups
    ) throws -> Bool {
        guard case .result(let kind, _) = route, let year = record.year.flatMap(SchoolYear.init(endYear:)),
            let group = try yearGroup(of: index, year, ages), group != kind.yearGroup
        else { return false }
        refuse(
            record, index, .unknownCode,
            "The codes \(record.codes.title) are not known; of \(kind.title) they would be, and the pupil was in \(group.title) in \(year.label). \(Self.isKept)"
        )
        return true
    }

    private static let isKept = "The record is kept as it came."

    private mutating func add(
        _ record: CTFRecord, _ part: ResultPart?, _ column: ColumnID, to groups: inout [Group]
    ) {
        guard let group = Self.group(part, &groups) else { return }
        groups[group].lines.append(
            ResultLine(column: column, text: record.result, line: record.line, date: date(record)))
    }

    /// When the result was reached, as ISO writes it; nil where the file does not say, or (counted) can't be read.
    private mutating func date(_ record: CTFRecord) -> String? {
        guard let text = record.resultDate else { return nil }
        // A file has hundreds of thousands of results and some ten dates.
        if let known = lastDate, known.text == text { return known.day }
        guard let date = PupilFieldReading.calendarDate(text) else {
            counts.unreadableDates.append((record.line, text))
            return nil
        }
        lastDate = (text, date.description)
        return lastDate?.day
    }

    /// The check is Year 1's or Year 2's as the pupil was then. Those of 2020 and 2021, taken in the autumn after, are the
    /// Year 1 check of their cohorts.
    private mutating func addPhonics(
        _ record: CTFRecord, _ part: String, _ index: Int, _ ages: CTFYearGroups, to groups: inout [Group]
    ) throws {
        guard let year = record.year.flatMap(SchoolYear.init(endYear:)) else { return }
        let isAutumnCheck = !data.reference.calendar.holding(of: .phonics, year: year.endYear, yearGroup: .year2).isHeld
        switch isAutumnCheck ? .year1 : try yearGroup(of: index, year, ages) {
        case .year1: addPhonics(record, .phonics, "y1.\(part)", year, to: &groups)
        case .year2: addPhonics(record, .phonicsInYear2, "y2.\(part)", year, to: &groups)
        case let group?:
            refuse(
                record, index, .invalid,
                "The pupil was in \(group.title) in \(year.label), and the phonics check is of Year 1 or Year 2. Check the year of the file and the year group. \(Self.isKept)"
            )
        case nil:
            refuse(
                record, index, .invalid,
                "Whether this phonics check is of Year 1 or Year 2 can’t be told: neither a year group of \(year.label) nor a birth date is known. Enter the pupil’s birth date. \(Self.isKept)"
            )
        }
    }

    private mutating func addPhonics(
        _ record: CTFRecord, _ check: YearGroupAssessment, _ name: String, _ year: SchoolYear, to groups: inout [Group]
    ) {
        let column = ColumnID(rawValue: name)
        add(record, ResultPart(check, year: year, column: column), column, to: &groups)
    }

    /// Where the pupil stands in the year here, else where they were by the file or their birth date.
    private func yearGroup(of index: Int, _ year: SchoolYear, _ ages: CTFYearGroups) throws -> YearGroup? {
        try plan.yearGroup(of: index, year, data: data) ?? ages.yearGroup(in: year)
    }

    private mutating func add(_ group: Group, _ index: Int) throws {
        let part: JudgedPart
        do throws(AssessmentNotHeld) {
            part = try sorter.part(group.part)
        } catch {
            for line in group.lines {
                plan.list.add(
                    .init(
                        .invalid, pupil: index, line: line.line, assessment: group.part.assessment.kind,
                        year: group.part.year.endYear, column: line.column.rawValue, value: line.text,
                        message: "\(error.message) \(Self.isKept)"))
            }
            return
        }
        var lines = group.lines
        if let subject = group.subject, let test = (part.columns as? KeyStageColumns)?.test(subject) {
            let reading = TestReading(
                group.tests, test: test, year: group.part.year.endYear, tables: data.tables,
                answers: try answers(group.part.year))
            for refused in reading.refused {
                plan.list.add(
                    .init(
                        refused.status, pupil: index, line: refused.line, assessment: .ks2,
                        year: group.part.year.endYear, column: refused.column.rawValue, value: refused.text,
                        message: refused.message))
            }
            plan.records.repeated += reading.repeated
            if let question = reading.question { counts.ask(question, group.part.year, subject) }
            lines += reading.placed.map {
                ResultLine(column: $0.column, text: $0.text, line: $0.line, date: $0.date)
            }
        }
        try sorter.add(lines, to: part, of: index, in: &plan)
    }

    /// A pupil whose results the school itself reports was in its year group, if they were here by then.
    private mutating func addPlace(_ group: YearGroup, _ year: SchoolYear, _ index: Int) throws {
        let cohort = CTFCounts.Cohort(year: year, group: group)
        guard try plan.yearGroup(of: index, year, data: data) != nil || wasHere(index, year) else {
            counts.notHereThen[cohort, default: []].insert(index)
            return
        }
        switch try plan.place(index, in: group, year, data: data) {
        case .placed: counts.placed[cohort, default: []].insert(index)
        case .elsewhere: counts.inOtherYearGroup[cohort, default: []].insert(index)
        case .there: break
        }
    }

    /// Whether the pupil was at this school in a year: by the date of entry, else only if the file is the school's own of that
    /// very year. Results of the years before belong to wherever the pupil was.
    private func wasHere(_ index: Int, _ year: SchoolYear) -> Bool {
        let person = plan.people[index]
        let stored = person.place.flatMap { data.pupils.pupils[$0].pupil.entryDate }
        if let entry = (person.details?.entryDate ?? stored).flatMap(SchoolYear.containing) { return entry <= year }
        guard address.isFromHere else { return false }
        return schoolYear.map { $0 <= year } ?? true
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
        let (route, isUnderOtherStage) = route(record.codes, record.year)
        if case .leftOut = route { plan.leftOut.insert(key) }
        let tally = RecordTally(route, record.codes, year: record.year, isUnderOtherStage: isUnderOtherStage)
        if case .result(let kind, _) = route, kind == .ks1 || kind == .ks2 {
            tally.otherStage = otherStage(record.codes, kind == .ks1 ? "KS2" : "KS1", record.year)
        }
        tallies[key] = tally
        talliesInOrder.append(tally)
        return tally
    }

    /// What the same codes would be under the other key stage, where some programs have put them; nil when they are nothing there.
    private mutating func otherStage(_ codes: CTFCodeTuple, _ stage: String, _ year: Int?) -> RecordTally? {
        let other = CTFCodeTuple(
            locale: codes.locale, stage: stage, subject: codes.subject, method: codes.method,
            component: codes.component,
            status: codes.status, qualifier: codes.qualifier)
        let (route, isBack) = route(other, year)
        switch route {
        case .result, .leftOut:
            // Known under the stage of the record alone: then it is that stage's.
            if isBack { return nil }
            let tally = RecordTally(route, codes, year: year)
            talliesInOrder.append(tally)
            return tally
        default: return nil
        }
    }

    private func route(_ codes: CTFCodeTuple, _ year: Int?) -> (route: CTFRoute, otherStage: Bool) {
        CTFRoute.route(
            codes, year: year, table: self.codes, take: options.take, lastYear: clock.currentSchoolYear()?.endYear,
            data: data)
    }

    private mutating func answers(_ year: SchoolYear) throws -> [String: NumberReading] {
        if let known = answers[year] { return known }
        let remembered = try RememberedReadings.read(
            data.session, school: data.school.id, supplier: header.supplierID ?? "", year: year)
        let all = remembered.merging(choices.readings) { $1 }
        if !choices.readings.isEmpty { plan.rememberedReadings[year] = choices.readings }
        answers[year] = all
        return all
    }

    /// Where the values of a part are gathered; nil without one.
    private static func group(_ part: ResultPart?, _ groups: inout [Group]) -> Int? {
        guard let part else { return nil }
        if let known = groups.lastIndex(where: { $0.part == part }) { return known }
        groups.append(Group(part: part))
        return groups.count - 1
    }
}
