import Assessment
import Spreadsheets
import Storage
import TextFiles

/// Works out what a results CSV does to a school's data as it is now: one item for each cell that is not blank.
struct ResultsClassifier {
    let sheet: Sheet
    let headings: SheetHeadings
    let data: ImportData
    let options: ImportOptions
    let choices: ImportChoices
    let year: SchoolYear
    let columns: KeyStage2Columns

    var plan = ImportPlan(kind: .results)
    private let sorter: ResultSorter
    private var placed = 0
    private var inOtherYearGroup = 0
    private var otherBirthDates: [Int] = []
    private var birthYears: [SchoolYear: Int] = [:]

    /// - Throws: ``TrackerError/fields(_:)`` when no year is given, ``TrackerError/notHeld(_:)``.
    init(
        _ sheet: Sheet, _ headings: SheetHeadings, data: ImportData, options: ImportOptions, choices: ImportChoices,
        year: SchoolYear?, clock: TrackerClock
    ) throws {
        guard let year = try year ?? Self.yearInFile(sheet, headings) else {
            throw TrackerError.fields([
                FieldProblem("year", "Enter the year of the results: the file does not say it (2026 for 2025/26).")
            ])
        }
        if let now = clock.currentSchoolYear(), year > now {
            throw TrackerError.fields([
                FieldProblem("year", "The year of the results must not be in the future: \(year.label) has not begun.")
            ])
        }
        guard let columns = data.columns(year.endYear) else {
            throw TrackerError.notHeld(
                AssessmentNotHeld(
                    .ks2, year: year.endYear,
                    reason: data.reference.calendar.holding(of: .ks2, year: year.endYear).note ?? ""))
        }
        self.sheet = sheet
        self.headings = headings
        self.data = data
        self.options = options
        self.choices = choices
        self.year = year
        self.columns = columns
        sorter = ResultSorter(
            data: data, clock: clock, choices: choices, writtenAt: nil, comparesDerived: headings.isSchoolsOwn)
    }

    mutating func run() throws -> ImportPlan {
        plan.headings = headings.uses
        plan.fields = headings.choices
        plan.source = ImportSource(
            year: year, encoding: sheet.origin.title, isWorkbook: sheet.origin.isWorkbook,
            pupils: sheet.rows.count)
        plan.warnings.append("The results were read as those of \(year.label) (tests of \(year.endYear)).")
        plan.warnings += sheet.warnings.map(\.message)
        addHeadingWarnings()
        let rows = try ownRows()
        let persons = rows.map { person($0) }
        let matches = plan.match(persons, data.pupils, choices: choices)
        let takesResults = options.take.map { $0.contains(.ks2) } ?? true
        for (index, row) in rows.enumerated() {
            let values = ResultsRow(row, headings.map)
            plan.assessments[.ks2, default: 0] += values.count
            guard let match = matches[index] else { continue }
            try add(values, persons[index], match, index, takesResults: takesResults)
        }
        listForeignRows()
        for ragged in sheet.raggedRows {
            plan.list.add(.init(.invalid, pupil: nil, line: ragged.line, message: ragged.message))
        }
        addPupilWarnings(takesResults)
        return plan
    }

    private func person(_ row: SheetRow) -> FilePerson {
        func text(_ field: String) -> String? {
            headings.map.value(field, in: row).flatMap { $0.isEmpty ? nil : $0 }
        }
        return FilePerson(
            line: row.line, upn: text("upn"), surname: text("surname"), forename: text("forename"),
            displayName: text("name"),
            dateOfBirth: text("date_of_birth").flatMap(PupilFieldReading.calendarDate))
    }

    private mutating func add(
        _ row: ResultsRow, _ person: FilePerson, _ match: PupilMatch, _ index: Int, takesResults: Bool
    ) throws {
        guard case .found(let place, _) = match else {
            var proposals: [Int] = []
            if case .unknown(let found) = match { proposals = found }
            let message = ImportPlan.unmatchedMessage(
                person, proposals, data.pupils,
                advice: "A results file adds no pupils: add the pupil, or give a full CTF or a pupil list first.")
            let left = "\(row.count) \(row.count == 1 ? "value is" : "values are") not taken."
            plan.refuse(index, .unmatchedPupil, value: person.name, message: "\(message) \(left)")
            return
        }
        let pupil = data.pupils.pupils[place].pupil
        if let date = person.dateOfBirth, let known = pupil.dateOfBirth, date != known { otherBirthDates.append(index) }
        if let date = pupil.dateOfBirth, let usual = YearGroup.year6.schoolYear(bornOn: date) {
            birthYears[usual, default: 0] += 1
        }
        guard takesResults else { return }
        for problem in row.problems {
            plan.list.add(
                .init(
                    .invalid, pupil: index, line: row.line, assessment: .ks2, year: year.endYear,
                    column: problem.column.rawValue, value: problem.text, message: problem.message))
        }
        for (subject, lines) in row.lines {
            try sorter.add(lines, subject: subject, year: year, columns: columns, of: index, to: &plan)
        }
        guard row.count > 0 else { return }
        switch try plan.placeInYear6(index, year, data: data) {
        case .placed: placed += 1
        case .elsewhere: inOtherYearGroup += 1
        case .there: break
        }
    }

    // MARK: The rows of this school

    private var foreign: [(row: SheetRow, school: String)] = []

    /// - Throws: ``TrackerError/file(_:)`` when every row is another school's.
    private mutating func ownRows() throws -> [SheetRow] {
        var own: [SheetRow] = []
        for row in sheet.rows {
            if let school = otherSchool(row) { foreign.append((row, school)) } else { own.append(row) }
        }
        if own.isEmpty, let first = foreign.first {
            throw FileReading.refusal(
                "This file is for another school: its pupils are those of \(first.school), not of \(data.schoolTitle). Open the school it is for."
            )
        }
        return own
    }

    /// The school that a row names, when it is not this one.
    private func otherSchool(_ row: SheetRow) -> String? {
        if let text = headings.map.value("laestab", in: row), !text.isEmpty {
            guard let number = try? DfENumber(text) else { return "“\(text)”, which is no DfE number" }
            return data.isOurs(number) ? nil : number.description
        }
        if let text = headings.map.value("urn", in: row), !text.isEmpty, let urn = data.school.urn {
            return text == urn.text ? nil : "URN \(text)"
        }
        return nil
    }

    private mutating func listForeignRows() {
        for (row, school) in foreign {
            let person = person(row)
            plan.people.append(ImportPlan.Person(person))
            plan.refuse(
                plan.people.count - 1, .otherSchool, value: person.name,
                message:
                    "This line is a pupil of \(school), not of \(data.schoolTitle). Give the file to that school as well."
            )
        }
    }

    /// The one year that a column of the file names; nil when there is no such column.
    private static func yearInFile(_ sheet: Sheet, _ headings: SheetHeadings) throws -> SchoolYear? {
        guard headings.map.column(of: "year") != nil else { return nil }
        let texts = Set(sheet.rows.compactMap { headings.map.value("year", in: $0) }.filter { !$0.isEmpty })
        guard texts.count == 1, let text = texts.first else { return nil }
        return SchoolYearText.read(text)
    }

    // MARK: Warnings

    private mutating func addHeadingWarnings() {
        if !headings.map.unknown.isEmpty {
            plan.warnings.append("Headings that are not read: \(headings.map.unknown.joined(separator: ", ")).")
        }
        let others = ResultsFields.others.filter { headings.map.column(of: $0.field.id) != nil }
        for (assessment, fields) in Dictionary(grouping: others, by: \.assessment).sorted(by: {
            $0.key.rawValue < $1.key.rawValue
        }) {
            let names = fields.compactMap { headings.map.column(of: $0.field.id) }.map { headings.map.headings[$0] }
            plan.warnings.append(
                "\(assessment.title): this version does not take it from a CSV (\(names.joined(separator: ", "))).")
        }
    }

    private mutating func addPupilWarnings(_ takesResults: Bool) {
        if !takesResults {
            plan.warnings.append("\(AssessmentKind.ks2.title): in the file and left out, as asked.")
        }
        if placed > 0 { plan.warnings.append(ImportPlan.placedWarning(placed, year)) }
        if inOtherYearGroup > 0 { plan.warnings.append(ImportPlan.otherYearGroupWarning(inOtherYearGroup, year)) }
        if let warning = plan.birthDateWarning(otherBirthDates) { plan.warnings.append(warning) }
        let known = birthYears.values.reduce(0, +)
        if let (usual, count) = birthYears.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), usual != year,
            count * 5 >= known * 4
        {
            plan.warnings.append(
                "By their birth dates most of these pupils were in Year 6 in \(usual.label), not \(year.label). Check the year of the results."
            )
        }
    }
}
