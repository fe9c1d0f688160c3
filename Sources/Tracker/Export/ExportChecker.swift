import Assessment
import CommonTransferFile
import Storage

/// Lists what the receiver of a file would refuse, and what is not in it, pupil by pupil in plain words.
struct ExportChecker {
    let data: ExportData
    let codes: CTFCodes
    let request: ExportRequest
    let clock: TrackerClock
    private var findings: [ExportFinding] = []
    /// The cohorts whose results go out, with the columns of each that have codes.
    private let sittings: [(cohort: CohortSnapshot, members: Set<Int64>, columns: [Column])]

    init(data: ExportData, codes: CTFCodes, request: ExportRequest, clock: TrackerClock) {
        self.data = data
        self.codes = codes
        self.request = request
        self.clock = clock
        sittings = data.cohorts.compactMap { cohort in
            guard let columns = cohort.columns,
                request.assessment == nil || cohort.assessment.kind == request.assessment
            else { return nil }
            let known = columns.stored.filter { column in
                codes.entryForExport(
                    columns.kind, ExportRecords.codeColumn(column.id, columns.kind), year: data.year.endYear) != nil
            }
            guard !known.isEmpty else { return nil }
            // A transfer in autumn misses what nobody has assessed yet; that is no news.
            let ids = Set(columns.stored.map(\.id))
            let hasBegun = cohort.cohort.contains { pupil in
                cohort.values[pupil.id]?.contains { ids.contains($0.key) && $0.value.value != nil } ?? false
            }
            guard hasBegun || request.assessment != nil else { return nil }
            return (cohort, Set(cohort.cohort.map(\.id)), known)
        }
    }

    mutating func add(_ found: [ExportFinding]) { findings += found }

    /// - Parameter written: as the file has the pupil; nil when it does not.
    mutating func check(_ pupil: Pupil, _ written: CTFPupil?) {
        checkIdentity(pupil, written)
        for sitting in sittings where sitting.members.contains(pupil.id) {
            checkResults(pupil, sitting.cohort, sitting.columns)
        }
    }

    /// What only shows when all pupils are looked at.
    mutating func checkTogether(_ pupils: [Pupil]) {
        let byUPN = Dictionary(
            pupils.compactMap { pupil in pupil.upn.map { ($0, pupil) } }, uniquingKeysWith: { first, _ in first })
        var known: [String: Pupil] = [:]
        for pupil in pupils {
            for former in pupil.formerUPNs {
                guard let other = byUPN[former], other.id != pupil.id else { continue }
                add(
                    .refusal, pupil, .pupil,
                    "The former UPN \(former.text) is the UPN of \(other.displayName). A receiver would take the two for one: correct the one that is wrong."
                )
            }
            guard let born = pupil.dateOfBirth else { continue }
            let key = "\(foldedName(pupil.surname))|\(foldedName(pupil.forename))|\(born)"
            if let other = known[key] {
                add(
                    .refusal, pupil, .pupil,
                    "Is in the file twice: another pupil has the same name and date of birth\(other.upn.map { " (UPN \($0.text))" } ?? ""). Check which of them is right."
                )
            }
            known[key] = pupil
        }
        guard let current = clock.currentSchoolYear(), data.year.endYear < current.endYear - 1 else { return }
        let version = codes.version(endYear: data.year.endYear)?.text ?? ""
        findings.append(
            ExportFinding(
                .note, nil, .file,
                "The file is CTF \(version), the version of \(data.year.label). Receivers take this year’s and last year’s version; an older one may be turned away."
            ))
    }

    /// The worst first, then by pupil as they are called here, those of a pupil in the order in which they were found; those of the
    /// file as a whole last.
    func sorted() -> [ExportFinding] {
        let keyed = findings.enumerated().map { place, finding in
            (
                key: (finding.pupil == nil ? 1 : 0, finding.pupil.map { foldedName($0.displayName) } ?? "", place),
                finding: finding
            )
        }
        let byPupil = keyed.sorted { $0.key < $1.key }.map(\.finding)
        return ExportFinding.Severity.allCases.flatMap { severity in byPupil.filter { $0.severity == severity } }
    }

    // MARK: The pupil

    private mutating func checkIdentity(_ pupil: Pupil, _ written: CTFPupil?) {
        if let upn = pupil.upn {
            if upn.isTemporary {
                add(.note, pupil, .pupil, "The UPN \(upn.text) is temporary. A receiver may ask for the permanent one.")
            }
        } else {
            add(.refusal, pupil, .pupil, "The UPN is missing.")
        }
        let fields = [("surname", pupil.surname), ("forename", pupil.forename)]
        for (name, text) in fields where trimBlanks(text).isEmpty {
            add(.refusal, pupil, .pupil, "The \(name) is missing.")
        }
        if pupil.dateOfBirth == nil { add(.refusal, pupil, .pupil, "The date of birth is missing.") }
        if pupil.sex == nil { add(.refusal, pupil, .pupil, "The sex is missing.") }
        if request.assessment == nil, let language = pupil.firstLanguage, pupil.ctfLanguage == nil {
            add(
                .note, pupil, .pupil,
                "The first language \(language) is not one of the three-letter codes of the format, so it is left out.")
        }
        if let problem = written.flatMap(CTFWriter.problem) { add(.blocking, pupil, .pupil, problem.message) }
    }

    // MARK: Results

    private mutating func checkResults(_ pupil: Pupil, _ cohort: CohortSnapshot, _ columns: [Column]) {
        guard let row = cohort.row(pupil.id) else { return }
        let cells = row.cells()
        if let profile = row as? EarlyYearsRow {
            checkProfile(pupil, profile, cohort)
        } else {
            for column in columns where cells[column.id]?.isDue ?? false {
                add(missing(column, row), pupil, place(column, cohort, pupil), missingMessage(column, row, pupil))
            }
        }
        for column in columns {
            guard let value = row.facts[column.id] else { continue }
            check(value, of: column, row, cohort, pupil)
        }
    }

    /// In a return it would be refused; a transfer takes what there is.
    private func missing(_ column: Column, _ row: any AssessmentRow) -> ExportFinding.Severity {
        request.assessment == nil ? .note : .refusal
    }

    private func missingMessage(_ column: Column, _ row: any AssessmentRow, _ pupil: Pupil) -> String {
        let name = column.fullTitle
        if request.assessment == nil { return "\(name) is not in yet, so the file goes out without it." }
        if let row = row as? KeyStageRow, row.columns.testAndTeacherAssessmentExclude,
            row.columns.test(column.subject) != nil
        {
            return
                "\(name) is missing. It must be there, since the pupil is working below the standard of the test (B)."
        }
        return "\(name) is missing."
    }

    private mutating func check(
        _ value: String, of column: Column, _ row: any AssessmentRow, _ cohort: CohortSnapshot, _ pupil: Pupil
    ) {
        let place = place(column, cohort, pupil)
        do throws(EntryProblem) {
            _ = try row.setting(column.id, to: nil).check(value, in: column.id, source: .file)
        } catch {
            switch error.reason {
            case .closed:
                add(
                    .refusal, pupil, place,
                    "\(column.fullTitle) (\(value)) must not be there beside the pupil’s other results. \(error.message)"
                )
            case .derived: break
            case .invalid, .unknownCode:
                add(.refusal, pupil, place, "\(value) is not allowed here in \(data.year.endYear). \(error.message)")
            }
            return
        }
        if request.isStrict, column.code(value)?.entry == .imported {
            add(
                .refusal, pupil, place,
                "\(column.fullTitle) \(value) comes with the DfE’s results; a school does not return it.")
        }
        checkStandsForTest(value, column, row, place, pupil)
    }

    /// A reading or mathematics judgement is for pupils below the test's standard, and the test should say so.
    private mutating func checkStandsForTest(
        _ value: String, _ column: Column, _ row: any AssessmentRow, _ place: ExportFinding.Place, _ pupil: Pupil
    ) {
        guard request.assessment != nil, let row = row as? KeyStageRow, row.columns.testAndTeacherAssessmentExclude,
            let test = row.columns.test(column.subject), column.code(value)?.closesOther == true,
            row.result(test).outcome == nil
        else { return }
        add(
            .note, pupil, place,
            "\(column.fullTitle) is \(value), for a pupil below the standard of the test, but the test has no B. Check that the pupil does not take it."
        )
    }

    /// All 17 goals, and A in all of them or in none.
    private mutating func checkProfile(_ pupil: Pupil, _ row: EarlyYearsRow, _ cohort: CohortSnapshot) {
        let missing = row.columns.goals.filter { row.facts[$0.id] == nil }
        let exempt = row.columns.goals.filter { row.facts[$0.id] == "A" }
        let severity: ExportFinding.Severity = request.assessment == nil ? .note : .refusal
        if let first = missing.first {
            let names = missing.map { $0.id.rawValue.uppercased() }.joined(separator: ", ")
            add(
                severity, pupil, place(first, cohort, pupil),
                missing.count == row.columns.goals.count
                    ? "The profile is missing: none of the 17 goals is in."
                    : "\(names) \(missing.count == 1 ? "is" : "are") missing: all 17 goals must be there.")
        }
        if let first = exempt.first, exempt.count < row.columns.goals.count, missing.count + exempt.count < 17 {
            let names = exempt.map { $0.id.rawValue.uppercased() }.joined(separator: ", ")
            add(
                .refusal, pupil, place(first, cohort, pupil),
                "\(names) \(exempt.count == 1 ? "is" : "are") A and the others are not: if one goal is A, all 17 must be."
            )
        }
    }

    private func place(_ column: Column, _ cohort: CohortSnapshot, _ pupil: Pupil) -> ExportFinding.Place {
        .cell(cohort.assessment, cohort.year, column.id, className: cohort.places[pupil.id]?.className)
    }

    private mutating func add(
        _ severity: ExportFinding.Severity, _ pupil: Pupil, _ place: ExportFinding.Place, _ message: String
    ) {
        findings.append(ExportFinding(severity, pupil, place, message))
    }
}
