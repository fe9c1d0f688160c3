import Assessment

extension FictionalSchool {
    /// The headings of the roster file.
    public static let rosterHeadings = [
        "UPN", "Former UPN", "Surname", "Forename", "Preferred surname", "Preferred forename", "Date of birth", "Sex",
        "School year", "Year group", "Class", "Date of entry", "Date of leaving", "Ethnicity", "First language", "EAL",
        "SEN provision", "FSM", "FSM6", "Looked after", "Post looked after", "Service child",
    ]

    /// Writes the pupils of one school year, who were on the roll at any time in it, as CSV (UTF-8).
    ///
    /// Dates as 2026-05-14, the school year as 2025/26, the year group as `Year 6`, yes and no as Y and N. A date of
    /// leaving after that year is not in it; everything else of a pupil is as it is known in the school's last year.
    ///
    /// - Parameters:
    ///   - year: the calendar year in which the school year ends, one of ``years``.
    ///   - sink: takes the file in pieces of about 64 kB.
    /// - Throws: ``FictionalSchoolError/yearNotInSchool(_:years:)`` and what the sink throws.
    public func writeRoster(year: Int, to sink: @escaping ByteSink) throws {
        var text = ByteText(sink)
        try text.appendRow(Self.rosterHeadings)
        for place in try places(in: year) {
            guard let pupil = pupil(place.pupilID) else { continue }
            try text.appendRow(Self.rosterRow(pupil, place))
        }
        try text.finish()
    }

    private static func rosterRow(_ pupil: Pupil, _ place: CohortPlace) -> [String] {
        [
            pupil.upn?.text ?? "", pupil.formerUPNs.map(\.text).joined(separator: " "), pupil.surname, pupil.forename,
            pupil.preferredSurname ?? "", pupil.preferredForename ?? "", pupil.dateOfBirth?.description ?? "",
            pupil.sex?.rawValue ?? "", place.year.label, place.yearGroup.title, place.className ?? "",
            pupil.entryDate?.description ?? "", pupil.leavingDate(knownIn: place.year)?.description ?? "",
            pupil.ethnicity ?? "",
            pupil.firstLanguage ?? "", yesOrNo(pupil.isEAL), pupil.sen?.rawValue ?? "", yesOrNo(pupil.isFSM),
            yesOrNo(pupil.isFSM6), yesOrNo(pupil.isLookedAfter), yesOrNo(pupil.wasLookedAfter),
            yesOrNo(pupil.isServiceChild),
        ]
    }

    private static func yesOrNo(_ fact: Bool?) -> String { fact.map { $0 ? "Y" : "N" } ?? "" }
}
