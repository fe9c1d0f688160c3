import Assessment
import Spreadsheets
import Storage
import TextFiles

/// Works out what a results CSV does to a school's data as it is now: one item for each cell that is not blank. A file can
/// have results of several assessments, all of one year.
struct ResultsClassifier {
    let sheet: Sheet
    let headings: SheetHeadings
    let data: ImportData
    /// Those for which the person may bring files in.
    let schools: [School]
    let options: ImportOptions
    let choices: ImportChoices
    let year: SchoolYear
    private let years: ResultsYear
    /// The assessments that the headings name and that were held.
    private let kinds: Set<AssessmentKind>
    /// Those that were not held in the year, with the reason.
    private let notHeld: [AssessmentNotHeld]

    var plan = ImportPlan(kind: .results)
    private let sorter: ResultSorter
    private var placed: [YearGroup: Int] = [:]
    private var inOtherYearGroup: [YearGroup: Int] = [:]
    private var notHereThen: [YearGroup: Int] = [:]
    private var otherBirthDates: [Int] = []
    private var unreadBirthDates: String?
    private var birthYears: [SchoolYear: Int] = [:]
    /// Values of the Year 1 check that stand beside Year 2's in its sheet.
    private var ofTheYearBefore = 0

    /// - Throws: ``TrackerError/fields(_:)`` when no year is given, ``TrackerError/notHeld(_:)``.
    init(
        _ sheet: Sheet, _ headings: SheetHeadings, data: ImportData, schools: [School], options: ImportOptions,
        choices: ImportChoices, year: SchoolYear?, clock: TrackerClock
    ) throws {
        let named = ResultsYear(sheet, headings, given: year)
        let year = try named.year()
        if let now = clock.currentSchoolYear(), year > now {
            throw TrackerError.fields([
                FieldProblem("year", "The year of the results must not be in the future: \(year.label) has not begun.")
            ])
        }
        var held: Set<AssessmentKind> = []
        var notHeld: [AssessmentNotHeld] = []
        let headed = ResultsFields.kinds(headings.map)
        if headed.contains(.summative) { try data.readSummative() }
        for kind in AssessmentKind.allCases where headed.contains(kind) {
            do throws(AssessmentNotHeld) {
                _ = try data.columns(YearGroupAssessment(kind), year.endYear)
                held.insert(kind)
            } catch {
                notHeld.append(error)
            }
        }
        if held.isEmpty, let why = notHeld.first { throw TrackerError.notHeld(why) }
        kinds = held
        self.notHeld = notHeld
        self.sheet = sheet
        self.headings = headings
        self.data = data
        self.schools = schools
        self.options = options
        self.choices = choices
        self.year = year
        years = named
        sorter = ResultSorter(
            data: data, clock: clock, choices: choices, writtenAt: nil, comparesDerived: headings.isSchoolsOwn)
    }

    mutating func run() throws -> ImportPlan {
        plan.headings = headings.uses
        plan.fields = headings.choices
        plan.source = ImportSource(
            year: year, encoding: sheet.origin.title, isWorkbook: sheet.origin.isWorkbook,
            pupils: sheet.rows.count, saysYear: years.isSaid)
        let tests = headings.isSchoolsOwn ? "" : " (tests of \(year.endYear))"
        plan.warnings.append("The results were read as those of \(year.label)\(tests).")
        if let warning = years.warning(of: year) { plan.warnings.append(warning) }
        plan.warnings += sheet.warnings.map(\.message)
        addHeadingWarnings()
        let rows = try ownRows()
        let persons = rows.map { person($0) }
        unreadBirthDates = ImportPlan.unreadBirthDates(persons)
        let matches = plan.match(persons, data.pupils, addsPupils: false, choices: choices)
        let codes = data.reference.codes.codes(.mtc, .mathematics, .test, year: year.endYear)
        for kind in kinds { plan.assessments[kind] = 0 }
        for (index, row) in rows.enumerated() {
            let values = ResultsRow(row, headings.map, kinds: kinds, codes: codes)
            if let other = years.otherYear(row, than: year) {
                if matches[index] != nil {
                    plan.refuse(
                        index, .invalid, column: "year", value: other.text,
                        message: "\(other.message) \(Self.notTaken(values.count))")
                }
                continue
            }
            for (kind, count) in values.counts { plan.assessments[kind, default: 0] += count }
            guard let match = matches[index] else { continue }
            try add(values, row, persons[index], match, index)
        }
        listForeignRows()
        for ragged in sheet.raggedRows {
            plan.list.add(.init(.invalid, pupil: nil, line: ragged.line, message: ragged.message))
        }
        addPupilWarnings()
        return plan
    }

    private static func notTaken(_ count: Int) -> String {
        "\(count) \(count == 1 ? "value is" : "values are") not taken."
    }

    private func person(_ row: SheetRow) -> FilePerson {
        func text(_ field: String) -> String? {
            headings.map.value(field, in: row).flatMap { $0.isEmpty ? nil : $0 }
        }
        var person = FilePerson(
            line: row.line, upn: text("upn"), surname: text("surname"), forename: text("forename"),
            displayName: text("name"))
        person.readDateOfBirth(text("date_of_birth"))
        return person
    }

    private func isTaken(_ kind: AssessmentKind) -> Bool { options.take?.contains(kind) ?? true }

    private mutating func add(
        _ values: ResultsRow, _ row: SheetRow, _ person: FilePerson, _ match: PupilMatch, _ index: Int
    ) throws {
        guard case .found(let place, let how) = match else {
            var namesakes = Namesakes.none
            if case .unknown(let found) = match { namesakes = found }
            let message = ImportPlan.unmatchedMessage(
                person, namesakes, data.pupils,
                advice: "A results file adds no pupils: add the pupil, or give a full CTF or a pupil list first.")
            plan.refuse(
                index, .unmatchedPupil, value: person.name, message: "\(message) \(Self.notTaken(values.count))")
            return
        }
        let stored = data.pupils.pupils[place]
        let pupil = stored.pupil
        plan.changeTemporaryUPN(index, of: stored, to: person.upn, found: how, choices: choices)
        if let date = person.dateOfBirth, let known = pupil.dateOfBirth, date != known { otherBirthDates.append(index) }
        // The one year group of a file that has one; of several nothing follows from a birth date.
        if kinds.count == 1, let kind = kinds.first, kind.yearGroups.count == 1, let date = pupil.dateOfBirth,
            let usual = kind.yearGroup.schoolYear(bornOn: date)
        {
            birthYears[usual, default: 0] += 1
        }
        for problem in values.problems where isTaken(problem.kind) {
            refuse(problem.kind, problem.column, problem.text, problem.message, values.line, index)
        }
        var groups: Set<YearGroup> = []
        for part in values.parts where isTaken(part.kind) {
            switch part.kind {
            case .phonics: try addPhonics(part.lines, row, pupil, index, &groups)
            case .summative: try addJudgements(part.lines, row, index, &groups)
            default:
                try add(part.lines, YearGroupAssessment(part.kind), index)
                groups.insert(part.kind.yearGroup)
            }
        }
        if !values.phonics.isEmpty, isTaken(.phonics) {
            try addUnnamedPhonics(values.phonics, row, pupil, index, &groups)
        }
        for problem in values.problems where isTaken(problem.kind) { groups.insert(problem.kind.yearGroup) }
        for group in groups.sorted() { try addPlace(group, pupil, index) }
    }

    private mutating func add(_ lines: [ResultLine], _ assessment: YearGroupAssessment, _ index: Int) throws {
        guard let first = lines.first else { return }
        let part: JudgedPart
        do throws(AssessmentNotHeld) {
            part = try sorter.part(ResultPart(assessment, year: year, column: first.column))
        } catch {
            for line in lines { refuse(assessment.kind, line.column, line.text, error.message, line.line, index) }
            return
        }
        try sorter.add(lines, to: part, of: index, in: &plan)
    }

    private mutating func refuse(
        _ kind: AssessmentKind, _ column: ColumnID, _ text: String, _ message: String, _ line: Int, _ index: Int
    ) {
        plan.list.add(
            .init(
                .invalid, pupil: index, line: line, assessment: kind, year: year.endYear, column: column.rawValue,
                value: text, message: message))
    }

    /// Refuses what is not of the year group that the pupil was in.
    private mutating func refuse(
        _ kind: AssessmentKind, _ lines: [ResultLine], of group: YearGroup?, _ index: Int, _ rule: String,
        _ remedy: String
    ) {
        let place = group.map { "in \($0.title)" } ?? "in no year group that is known"
        for line in lines {
            refuse(
                kind, line.column, line.text, "\(rule), and the pupil was \(place) in \(year.label). \(remedy)",
                line.line, index)
        }
    }

    // MARK: Judgements

    /// A judgement is of the year group in which the pupil is in that year: as the row says, else where the pupil stands.
    private mutating func addJudgements(
        _ lines: [ResultLine], _ row: SheetRow, _ index: Int, _ groups: inout Set<YearGroup>
    ) throws {
        let said = headings.map.value("year_group", in: row).flatMap { YearGroup(reading: $0) }
        let group = try plan.yearGroup(of: index, year, data: data) ?? said
        guard let group, AssessmentKind.summative.yearGroups.contains(group) else {
            refuse(
                .summative, lines, of: group, index, "Teachers’ judgements are of Reception to Year 6",
                "Put the pupil into the year group first.")
            return
        }
        try add(lines, YearGroupAssessment(.summative, group), index)
        groups.insert(group)
    }

    // MARK: Phonics

    /// Columns that name Year 1 or Year 2. In the sheet of Year 2 those of Year 1 show the check of the year before.
    private mutating func addPhonics(
        _ lines: [ResultLine], _ row: SheetRow, _ pupil: Pupil, _ index: Int, _ groups: inout Set<YearGroup>
    ) throws {
        let isFirst = lines[0].column.rawValue.hasPrefix("y1.")
        if isFirst, try yearGroup(row, pupil, index) == .year2,
            data.reference.calendar.holding(of: .phonics, year: year.endYear, yearGroup: .year2).isHeld
        {
            ofTheYearBefore += lines.count
            return
        }
        let assessment = isFirst ? YearGroupAssessment.phonics : .phonicsInYear2
        try add(lines, assessment, index)
        groups.insert(assessment.yearGroup)
    }

    /// Columns that do not say whose they are: the pupil's year group tells.
    private mutating func addUnnamedPhonics(
        _ lines: [ResultLine], _ row: SheetRow, _ pupil: Pupil, _ index: Int, _ groups: inout Set<YearGroup>
    ) throws {
        let hasSecond = data.reference.calendar.holding(of: .phonics, year: year.endYear, yearGroup: .year2).isHeld
        let group = hasSecond ? try yearGroup(row, pupil, index) : .year1
        guard let group, let name = [YearGroup.year1: "y1", .year2: "y2"][group] else {
            refuse(
                .phonics, lines, of: group, index, "The phonics check is of Year 1 or Year 2",
                "Give the year group in a column NCYEARACTUAL, or put the pupil into the year group.")
            return
        }
        let named = lines.map { line in
            ResultLine(
                column: ColumnID(rawValue: "\(name).\(line.column)"), text: line.text, line: line.line, date: line.date)
        }
        try add(named, YearGroupAssessment(.phonics, group), index)
        groups.insert(group)
    }

    /// As the row says, else where the pupil stands in the year, else by the birth date.
    private func yearGroup(_ row: SheetRow, _ pupil: Pupil, _ index: Int) throws -> YearGroup? {
        if let text = headings.map.value("year_group", in: row), let group = YearGroup(reading: text) { return group }
        if let group = try plan.yearGroup(of: index, year, data: data) { return group }
        return pupil.dateOfBirth.flatMap { date in
            AssessmentKind.phonics.yearGroups.first { $0.schoolYear(bornOn: date) == year }
        }
    }

    private mutating func addPlace(_ group: YearGroup, _ pupil: Pupil, _ index: Int) throws {
        if try plan.yearGroup(of: index, year, data: data) == nil,
            let entry = pupil.entryDate.flatMap(SchoolYear.containing), entry > year
        {
            notHereThen[group, default: 0] += 1
            return
        }
        switch try plan.place(index, in: group, year, data: data) {
        case .placed: placed[group, default: 0] += 1
        case .elsewhere: inOtherYearGroup[group, default: 0] += 1
        case .there: break
        }
    }

    // MARK: The rows of this school

    private var foreign: [(row: SheetRow, share: SchoolShare)] = []

    /// - Throws: ``TrackerError/file(_:)`` when every row is another school's, and none is of a school of the person's.
    private mutating func ownRows() throws -> [SheetRow] {
        let split = SchoolSplit(sheet, headings, here: data.school, schools: schools)
        var own: [SheetRow] = []
        for (row, place) in zip(sheet.rows, split.places) {
            let share = split.shares[place]
            if share.school?.id == data.school.id { own.append(row) } else { foreign.append((row, share)) }
        }
        plan.warnings += split.formerWarnings(of: data.school)
        guard let first = foreign.first?.share else { return own }
        plan.shares = split.shares
        if own.isEmpty {
            let refusal =
                "This file is for another school: its pupils are those of \(first.title), not of \(data.schoolTitle). Open the school it is for."
            guard split.shares.contains(where: { $0.school != nil }) else { throw FileReading.refusal(refusal) }
            plan.refusal = refusal
            plan.warnings.insert(refusal, at: 0)
        }
        return own
    }

    /// Each line of another school, without anything about its pupil.
    private mutating func listForeignRows() {
        for (row, share) in foreign {
            let next = share.reason ?? "It has a preview of its own in that school."
            plan.list.add(
                .init(
                    .otherSchool, pupil: nil, line: row.line, column: "pupil",
                    message: "This line is a pupil of \(share.title), not of \(data.schoolTitle). \(next)"))
        }
    }

    // MARK: Warnings

    private mutating func addHeadingWarnings() {
        if !headings.map.unknown.isEmpty {
            plan.warnings.append("Headings that are not read: \(headings.map.unknown.joined(separator: ", ")).")
        }
        for why in notHeld { plan.warnings.append("\(why.message) Its columns are not taken.") }
        let workedOut = ResultsFields.workedOut.compactMap { headings.map.column(of: $0.id) }
        if !workedOut.isEmpty {
            let names = workedOut.map { headings.map.headings[$0] }.joined(separator: ", ")
            plan.warnings.append("Worked out here, so not read from the file: \(names).")
        }
    }

    private mutating func addPupilWarnings() {
        for kind in AssessmentKind.allCases where kinds.contains(kind) && !isTaken(kind) {
            plan.warnings.append("\(kind.title): in the file and left out, as asked.")
        }
        for (group, count) in placed.sorted(by: { $0.key < $1.key }) {
            plan.warnings.append(ImportPlan.placedWarning(count, group, year))
        }
        for (group, count) in inOtherYearGroup.sorted(by: { $0.key < $1.key }) {
            plan.warnings.append(ImportPlan.otherYearGroupWarning(count, group, year))
        }
        for (group, count) in notHereThen.sorted(by: { $0.key < $1.key }) {
            plan.warnings.append(ImportPlan.notHereWarning(count, group, year))
        }
        if ofTheYearBefore > 0 {
            plan.warnings.append(
                "\(ofTheYearBefore) \(ofTheYearBefore == 1 ? "value is" : "values are") of the Year 1 check of pupils who are in Year 2 in \(year.label). They are of the year before and not read: change them in the phonics check of that year."
            )
        }
        if let warning = plan.birthDateWarning(otherBirthDates) { plan.warnings.append(warning) }
        if let unreadBirthDates { plan.warnings.append(unreadBirthDates) }
        let known = birthYears.values.reduce(0, +)
        if let (usual, count) = birthYears.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), usual != year,
            count * 5 >= known * 4
        {
            plan.warnings.append(
                "By their birth dates most of these pupils were in \(kinds.first?.yearGroup.title ?? "the year group") in \(usual.label), not \(year.label). Check the year of the results."
            )
        }
    }
}
