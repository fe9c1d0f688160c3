import Assessment
import CommonTransferFile
import Storage

/// Puts a file together and checks it, from one state of a school's data. Pure: the same state gives the same bytes.
struct ExportMaker {
    /// The file as far as it does not depend on its serial number.
    struct Made {
        var check: ExportCheck
        /// nil when the file can't be written.
        var bytes: [UInt8]?
    }

    let data: ExportData
    let codes: CTFCodes
    let request: ExportRequest
    let clock: TrackerClock

    /// - Throws: ``TrackerError/fields(_:)``, ``TrackerError/notHeld(_:)`` when no such file can be made at all.
    func make() throws -> Made {
        let version = try version()
        let members = try members()
        let records = ExportRecords(data: data, codes: codes, request: request)
        var checker = ExportChecker(data: data, codes: codes, request: request, clock: clock)
        var pupils: [CTFPupil] = []
        var tests = 0
        var withOwnTests = 0
        for pupil in members {
            let found = records.found(pupil)
            tests += found.tests
            if found.hasOwnTests { withOwnTests += 1 }
            checker.add(found.findings)
            guard let written = Self.pupil(pupil, found, request, data) else {
                checker.check(pupil, nil)
                continue
            }
            checker.check(pupil, written)
            pupils.append(written)
        }
        checker.checkTogether(members)
        let header = header(version)
        var check = ExportCheck(
            request: request, fileName: try name(data.nextSerial), version: version.text,
            dateTime: header.dateTime ?? "", pupils: pupils.count, records: pupils.reduce(0) { $0 + $1.records.count },
            findings: checker.sorted(), remarks: remarks(tests: tests, withOwnTests: withOwnTests))
        guard !pupils.isEmpty else {
            check.findings.insert(
                ExportFinding(.blocking, nil, .file, "There is nothing to send: none of these pupils has a result."),
                at: 0)
            return Made(check: check, bytes: nil)
        }
        guard check.canBeMade else { return Made(check: check, bytes: nil) }
        let bytes = try CTFWriter.bytes(header: header, pupils: pupils, sexElement: version.sexElement)
        return Made(check: check, bytes: bytes)
    }

    /// The name of the file with a serial number.
    func name(_ serial: Int) throws -> String {
        let source = data.school.dfe.compact
        guard let type = request.fileType,
            let name = CTFFileName(
                source: source, type: type.rawValue,
                destination: request.destination.code(from: data.school.dfe), serial: serial)
        else { throw TrackerError.file(FileProblem("No file can be named for \(request.destination.inSentence).")) }
        return name.text
    }

    /// The pupil as the file has them; nil for one who has nothing to be in a file of results for.
    private static func pupil(
        _ pupil: Pupil, _ found: ExportRecords.Found, _ request: ExportRequest, _ data: ExportData
    ) -> CTFPupil? {
        guard request.assessment == nil else {
            return found.records.isEmpty ? nil : CTFPupil(identity: pupil, records: found.records)
        }
        guard let place = data.roll.places[pupil.id] else { return nil }
        return CTFPupil(full: pupil, place: place, of: data.school, records: found.records)
    }

    // MARK: What it is

    private func version() throws -> CTFVersion {
        guard let version = codes.version(endYear: data.year.endYear) else {
            let years = codes.versions.map(\.endYear)
            throw TrackerError.fields([
                FieldProblem(
                    "year",
                    "No version of the CTF is known for \(data.year.label). Choose a year from \(years.min() ?? 0) to \(years.max() ?? 0)."
                )
            ])
        }
        return version
    }

    private func header(_ version: CTFVersion) -> CTFHeader {
        var destination = CTFSchool(code: request.destination.code(from: data.school.dfe))
        if request.destination == .ownSystem { destination.urn = data.school.urn?.text }
        return CTFHeader(
            version: version.text, dateTime: clock.fileTime(data.asOf ?? clock.timestamp()),
            qualifier: request.assessment == nil ? "full" : "partial",
            dataDescriptor: request.fileType?.dataDescriptor, supplierID: "Leadline", source: CTFSchool(data.school),
            academicYear: String(data.year.endYear - 1), destination: destination)
    }

    // MARK: Who is in it

    /// The pupils who are asked for, by name.
    private func members() throws -> [Pupil] {
        if case .school(let number) = request.destination, number == data.school.dfe {
            throw TrackerError.fields([
                FieldProblem(
                    "for", "\(number) is this school. Choose its own system, or enter the other school’s number.")
            ])
        }
        if request.isStrict, request.assessment != .ks2 {
            throw TrackerError.fields([
                FieldProblem(
                    "assessment",
                    "The Standards and Testing Agency takes the teacher assessment of Key Stage 2 only. Send other results to the local authority."
                )
            ])
        }
        let chosen = try chosen()
        let members: [Pupil]
        if let assessment = request.assessment {
            members = try cohort(assessment).filter { chosen[$0.id] != nil }
        } else {
            members = Array(chosen.values)
        }
        guard !data.roll.pupils.isEmpty else {
            throw TrackerError.fields([
                FieldProblem(
                    "who",
                    "There are no pupils in \(data.year.label) yet. Bring a list of pupils in first, or choose another year."
                )
            ])
        }
        guard !members.isEmpty else {
            let what = request.assessment.map { "who take the \($0.title)" } ?? "of \(data.year.label)"
            throw TrackerError.fields([
                FieldProblem(
                    "who", "There are no pupils \(what) among those chosen. Choose other pupils or another year.")
            ])
        }
        return members.map { (key: Self.sortKey($0), pupil: $0) }.sorted { $0.key < $1.key }.map(\.pupil)
    }

    /// By what a file says of a pupil, so that the order is the same wherever the data lies.
    private static func sortKey(_ pupil: Pupil) -> (String, String, String, String) {
        (
            foldedName(pupil.surname), foldedName(pupil.forename), pupil.upn?.text ?? "",
            pupil.dateOfBirth?.description ?? ""
        )
    }

    private func chosen() throws -> [Int64: Pupil] {
        let all = data.roll.pupils
        switch request.scope {
        case .everybody: return all
        case .yearGroup(let group): return all.filter { data.roll.places[$0.key]?.yearGroup == group }
        case .className(let name):
            let found = all.filter { data.roll.places[$0.key]?.className == name }
            guard !found.isEmpty else {
                let known = Set(data.roll.places.values.compactMap(\.className)).sorted().joined(separator: ", ")
                throw TrackerError.fields([
                    FieldProblem(
                        "class", "There is no class “\(name.prefix(40))” in \(data.year.label). Enter one of \(known).")
                ])
            }
            return found
        case .pupils(let keys):
            let byUPN = Dictionary(
                all.values.compactMap { pupil in pupil.upn.map { ($0.text, pupil) } },
                uniquingKeysWith: { first, _ in first })
            var found: [Int64: Pupil] = [:]
            for key in keys {
                guard let pupil = byUPN[key.uppercased()] ?? Int64(key).flatMap({ all[$0] }) else {
                    throw TrackerError.fields([
                        FieldProblem("pupil", "No pupil of \(data.year.label) has the UPN \(key.prefix(40)).")
                    ])
                }
                found[pupil.id] = pupil
            }
            return found
        }
    }

    /// Those who take an assessment in the year, whose results have codes.
    private func cohort(_ kind: AssessmentKind) throws -> [Pupil] {
        let cohorts = data.cohorts.filter { $0.assessment.kind == kind && $0.columns != nil }
        if cohorts.isEmpty, let first = data.cohorts.first(where: { $0.assessment.kind == kind }) {
            _ = try first.heldColumns()
        }
        let hasCodes = codes.entries.contains {
            $0.assessment == kind && $0.covers(year: data.year.endYear) && $0.confidence != .guess
        }
        guard hasCodes else {
            throw TrackerError.fields([
                FieldProblem(
                    "assessment",
                    "No CTF codes of \(kind.title) are known for \(data.year.label), so no file of it can be made.")
            ])
        }
        return cohorts.flatMap { cohort in
            cohort.cohort.filter { pupil in
                guard cohort.assessment == .phonicsInYear2 else { return true }
                // Who met the standard in Year 1 does not take it again.
                return (cohort.row(pupil.id) as? PhonicsRow)?.hasMetInYear1 != true
                    || !cohort.facts(pupil.id).isEmpty
            }
        }
    }

    // MARK: Remarks

    private func remarks(tests: Int, withOwnTests: Int) -> [String] {
        var remarks: [String] = []
        if tests > 0 {
            remarks.append(
                "\(tests == 1 ? "1 record" : "\(tests) records") of Key Stage 2 tests \(tests == 1 ? "goes" : "go") out as \(tests == 1 ? "it" : "they") came in."
            )
        }
        if withOwnTests > 0, !request.isStrict {
            remarks.append(
                "Key Stage 2 test results of \(withOwnTests == 1 ? "1 pupil" : "\(withOwnTests) pupils") are not in the file: their codes are not published, so only records that came in a CTF go out."
            )
        }
        if request.assessment == nil {
            remarks.append(
                "Free school meals, SEN provision and former care stand in Leadline’s own section of the file: other systems want periods with dates, which are not kept here."
            )
        }
        return remarks
    }
}
