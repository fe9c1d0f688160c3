import Assessment
import CommonTransferFile

extension CTFClassifier {
    /// Everything about the file that the items don't say.
    mutating func addWarnings(_ summary: CTFSummary) throws {
        plan.warnings += address.formerWarnings + versionWarnings()
        plan.warnings += summary.warnings.map(\.message)
        plan.warnings += counts.unused.warnings
        if isFull, schoolYear == nil {
            let text = header.academicYear.map {
                "Its AcademicYear “\(PupilFieldReading.cut($0))” is not the year in four digits in which the school year begins"
            }
            let places =
                placeYear.map { "are taken as those of \($0.label)" }
                ?? "are not taken: say the year of the file (2026 for 2025/26)"
            plan.warnings.append(
                "\(text ?? "It has no AcademicYear"), so the pupils’ year groups and classes \(places).")
        }
        if writtenAt == nil {
            let text = header.dateTime.map { "Its DateTime “\(PupilFieldReading.cut($0))” is no time" }
            plan.warnings.append(
                "\(text ?? "It has no DateTime"), so what was entered after the file was written can’t be told from what was entered before: every difference is offered as a change."
            )
        }
        for (title, kept) in counts.kept.sorted(by: { $0.key < $1.key }) {
            var warning =
                kept.count == 1
                ? "\(title): 1 record has no column here and is kept as it came."
                : "\(title): \(kept.count) records have no column here and are kept as they came."
            if kept.unusual > 0 {
                warning +=
                    " \(kept.unusual) of them \(kept.unusual == 1 ? "has a value" : "have values") that the assessment does not have (first: \(kept.example))."
            }
            plan.warnings.append(warning)
        }
        for (why, count) in counts.notHeld.sorted(by: { $0.key < $1.key }) {
            plan.warnings.append(
                "\(why) \(count == 1 ? "1 record is" : "\(count) records are") kept as \(count == 1 ? "it" : "they") came."
            )
        }
        for (title, count) in counts.leftOut.sorted(by: { $0.key < $1.key }) {
            plan.warnings.append("\(title): \(Self.records(count)) in the file and left out, as asked.")
        }
        if counts.notResults > 0 {
            plan.warnings.append(
                "\(Self.records(counts.notResults)) targets, estimates, interim results or from outside England: kept as they came, not taken as results."
            )
        }
        if !counts.underOtherStage.isEmpty {
            plan.warnings.append(
                "These stand under another stage than theirs and were taken by their other codes: \(counts.underOtherStage.sorted().joined(separator: ", "))."
            )
        }
        if let first = counts.unreadableDates.first {
            let count = counts.unreadableDates.count
            plan.warnings.append(
                "\(count == 1 ? "1 result has" : "\(count) results have") a ResultDate that can’t be read (first: “\(PupilFieldReading.cut(first.text))” in line \(first.line)). The results are taken without it."
            )
        }
        addPupilWarnings()
    }

    private mutating func addPupilWarnings() {
        for (cohort, pupils) in counts.placed.sorted(by: { $0.key < $1.key }) {
            plan.warnings.append(ImportPlan.placedWarning(pupils.count, cohort.group, cohort.year))
        }
        for (cohort, pupils) in counts.inOtherYearGroup.sorted(by: { $0.key < $1.key }) {
            plan.warnings.append(ImportPlan.otherYearGroupWarning(pupils.count, cohort.group, cohort.year))
        }
        for (cohort, pupils) in counts.notHereThen.sorted(by: { $0.key < $1.key }) {
            plan.warnings.append(ImportPlan.notHereWarning(pupils.count, cohort.group, cohort.year))
        }
        if counts.joinersWithoutPlace > 0 {
            plan.warnings.append(
                "\(counts.joinersWithoutPlace) \(counts.joinersWithoutPlace == 1 ? "pupil comes" : "pupils come") from another school and the file does not say that they joined by the end of \(schoolYear?.label ?? "that year"), so they get no year group or class for it. Place them with a pupil list."
            )
        }
        if let warning = plan.birthDateWarning(counts.otherBirthDates) { plan.warnings.append(warning) }
    }

    /// Source: a CTF serves the school year named by its version; receivers take this year's and the last one's.
    private func versionWarnings() -> [String] {
        guard let version = header.version else { return ["The file does not say which CTF version it is."] }
        guard let number = version.split(separator: ".").first.flatMap({ Int($0) }) else {
            return ["“\(version)” is not a CTF version. The file was read all the same."]
        }
        guard let now = clock.currentSchoolYear().map({ ($0.endYear - 1) % 100 }), number < now - 1 || number > now
        else { return [] }
        return [
            "The file is CTF version \(version); this year’s is \(now).0. It was read all the same: check what it brings."
        ]
    }

    private static func records(_ count: Int) -> String { count == 1 ? "1 record is" : "\(count) records are" }
}

extension ImportPlan {
    static func placedWarning(_ count: Int, _ group: YearGroup, _ year: SchoolYear) -> String {
        count == 1
            ? "1 pupil had no place in \(year.label) and is put into \(group.title), without a class."
            : "\(count) pupils had no place in \(year.label) and are put into \(group.title), without a class."
    }

    static func otherYearGroupWarning(_ count: Int, _ group: YearGroup, _ year: SchoolYear) -> String {
        "\(count) \(count == 1 ? "pupil with results stands" : "pupils with results stand") in another year group than \(group.title) in \(year.label). Check the year of the file and the year groups."
    }

    static func notHereWarning(_ count: Int, _ group: YearGroup, _ year: SchoolYear) -> String {
        let who = count == 1 ? "1 pupil was" : "\(count) pupils were"
        return
            "\(who) not here in \(year.label), as far as is known: the results of \(group.title) are stored with the pupil and count in no cohort of this school."
    }

    /// Dates of birth by which nobody can be told apart, in a file that stores none.
    static func unreadBirthDates(_ persons: [FilePerson]) -> String? {
        let unread = persons.filter { $0.unreadDateOfBirth != nil }
        guard !unread.isEmpty else { return nil }
        let some = unread.prefix(5).map { "line \($0.line) (“\($0.unreadDateOfBirth ?? "")”)" }.joined(separator: ", ")
        let more = unread.count > 5 ? " and \(unread.count - 5) more" : ""
        return "The date of birth can’t be read: \(some)\(more). It was not compared with the one stored here."
    }

    /// A UPN that fits and a birth date that doesn't may be a mistake in the UPN.
    func birthDateWarning(_ indexes: [Int]) -> String? {
        guard !indexes.isEmpty else { return nil }
        let some = indexes.prefix(5).map { "line \(people[$0].line) (\(people[$0].name))" }.joined(separator: ", ")
        let more = indexes.count > 5 ? " and \(indexes.count - 5) more" : ""
        return
            "The birth date in the file is not the one stored here: \(some)\(more). Check that the UPN is the right pupil’s."
    }
}
