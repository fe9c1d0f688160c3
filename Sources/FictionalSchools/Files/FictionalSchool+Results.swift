import Assessment

extension FictionalSchool {
    /// The headings of the results file: the DfE's published names of pupil-level columns.
    public static let resultsHeadings = [
        "UPN", "SURNAME", "FORENAMES", "DOB", "SEX", "URN", "LAESTAB", "READMRK", "GPSPAPER1MRK", "GPSPAPER2MRK",
        "GPSMRK",
        "MATARITHMRK", "MATPAPER2MRK", "MATPAPER3MRK", "MATMRK", "READSCORE", "GPSSCORE", "MATSCORE", "READOUTCOME",
        "GPSOUTCOME", "MATOUTCOME", "READSPECCON", "GPSSPECCON", "MATSPECCON", "READTAOUTCOME", "WRITTAOUTCOME",
        "MATTAOUTCOME", "SCITAOUTCOME",
    ]

    /// Writes one year's End of Key Stage 2 as the results file of the DfE's portal: CSV (UTF-8), a line a pupil.
    ///
    /// Dates of birth as 14/05/2015. A scaled score is the pupil's own, special consideration a Y in its own column. Where
    /// only the thresholds of a year ship with the program (2024 and 2025 mathematics) the score stays empty beside the
    /// outcome; a true file would have it.
    ///
    /// - Parameters:
    ///   - year: the calendar year of the tests, one of ``years``.
    ///   - sink: takes the file in pieces of about 64 kB.
    /// - Throws: ``FictionalSchoolError/yearNotInSchool(_:years:)`` and what the sink throws.
    public func writeResults(year: Int, to sink: @escaping ByteSink) throws {
        var text = ByteText(sink)
        try text.appendRow(Self.resultsHeadings)
        for result in try keyStage2(in: year) {
            guard let pupil = pupil(result.pupilID) else { continue }
            try text.appendRow(resultsRow(pupil, result))
        }
        try text.finish()
    }

    private func resultsRow(_ pupil: Pupil, _ result: FictionalKeyStage2) -> [String] {
        let tests = result.tests.map(\.test)
        var row = [
            pupil.upn?.text ?? "", pupil.surname, pupil.forename, Self.dayFirst(pupil.dateOfBirth),
            pupil.sex?.rawValue ?? "", urn.text, dfe.compact,
        ]
        for (test, papers) in zip(tests, [1, 2, 3]) {
            guard case .sat(let sitting) = test else {
                row += Array(repeating: "", count: papers == 1 ? 1 : papers + 1)
                continue
            }
            row += sitting.marks.map(String.init)
            if papers > 1 { row.append(String(sitting.total)) }
        }
        row += tests.map { test in
            if case .sat(let sitting) = test { sitting.scaledScore.map(String.init) ?? "" } else { "" }
        }
        row += tests.map { test in
            switch test {
            case .sat(let sitting): sitting.outcome ?? ""
            case .code(let code, _): code
            }
        }
        row += tests.map { test in
            if case .sat(let sitting) = test, sitting.hasSpecialConsideration { "Y" } else { "" }
        }
        return row + [
            result.readingTeacherAssessment ?? "", result.writing, result.mathematicsTeacherAssessment ?? "",
            result.science,
        ]
    }

    private static func dayFirst(_ date: CalendarDate?) -> String {
        date.map { "\(digits($0.day, 2))/\(digits($0.month, 2))/\(digits($0.year, 4))" } ?? ""
    }
}
