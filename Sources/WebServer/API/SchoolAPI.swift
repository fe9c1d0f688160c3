import Assessment
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Reports
import Storage
import Tracker

/// `/api/v1/schools/{dfe}/...` of one school for one caller.
struct SchoolAPI {
    let handler: APIHandler
    let school: School
    let caller: Caller

    var tracker: Tracker { handler.tracker }

    /// - Parameter path: what follows the school's number.
    func answer(_ path: [String]) async throws -> Response {
        switch (handler.request.method, path[0], path.count) {
        case (.put, "results", 5): return try await enter(path)
        case (.post, "results", 3): return try await enterBlock(path)
        case (.post, "results", 4) where path[3] == "paste": return try await pastePlan(path)
        case (.get, "results", 4) where path[3] == "missing": return try await missing(path)
        case (.get, "results", 6) where path[5] == "history": return try await history(path)
        case (.get, "results", 2...3): return try await results(path)
        case (.get, "events", 3): return try await events(path)
        case (.get, "reports", 3) where path[1] == "ks2-outcomes":
            return .json(
                written: try await tracker.outcomesJSON(
                    outcomesRequest(handler.year(path[2])), school: school, as: caller))
        case (.get, "reports", 3) where path[1] == "pupil":
            guard let pupil = handler.address.value("pupil") else {
                throw TrackerError.fields([FieldProblem("pupil", "Enter the pupil’s UPN or id.")])
            }
            let flight = try await tracker.flight(
                of: pupil, school: school, year: handler.year(path[2]), as: caller)
            return .json(written: flight.json(school: school.dfe).bytes)
        case (.get, "reports", 3) where ["conversion-matrix", "summative-progress", "expectations"].contains(path[1]):
            return .json(
                written: try await tracker.journeyJSON(
                    journeyRequest(path[1], handler.year(path[2])), school: school, as: caller))
        case (.get, "reports", 3):
            guard let name = StatutoryReportName(rawValue: path[1]) else { return handler.noSuchPlace() }
            let request = try StatutoryRequest(year: handler.year(path[2]), group: group())
            return .json(written: try await tracker.statutoryJSON(name, request, school: school, as: caller))
        case (.get, "judgement-settings", 1): return try await judgementSettings()
        case (.put, "judgement-settings", 1): return try await changeJudgementSettings()
        case (.post, "judgement-settings", 2) where path[1] == "undo": return try await takeBackJudgementSettings()
        case (.get, "batches", 1): return try await batches()
        case (.get, "batches", 3) where path[2] == "file": return try await file(ofBatch: path[1])
        case (.post, "batches", 3) where path[2] == "undo": return try await undo(path[1])
        case (.post, "imports", 1): return try await importFile()
        case (.get, "exports", 1): return try await exports()
        case (.get, "exports", 3) where path[1] == "ctf": return try await checkExport(path)
        case (.post, "exports", 3) where path[1] == "ctf": return try await export(path)
        default: return handler.noSuchPlace()
        }
    }

    // MARK: Results

    private func enter(_ path: [String]) async throws -> Response {
        let assessment = try assessment(path[2])
        let bytes = try await handler.body(limit: 64 << 10)
        let body = try CellBody(plain: bytes.readableBytesView) ?? handler.decode(CellBody.self, bytes)
        let entry = CellEntry(
            assessment: assessment, year: try handler.year(path[1]), pupil: path[3],
            column: ColumnID(rawValue: path[4]), text: body.value, date: try date(body.date),
            revision: body.revision, progress: progressScope)
        do {
            let saved = try await tracker.enter(
                entry, school: school, source: caller.channel == .api ? .api : .grid, as: caller)
            return .json(written: saved.json(assessment, tracker.clock))
        } catch let conflict as CellConflict {
            let current = conflict.current
            return .json(
                GridConflict(
                    message: conflict.message,
                    current: .init(
                        value: current.value ?? "", revision: Int(current.revision), author: current.authorName,
                        at: tracker.clock.inWords(current.changedAt)),
                    row: cells(conflict.cells, conflict.stored)), status: .conflict)
        } catch TrackerError.entry(let problem) {
            let columns = try await tracker.columns(of: school, judged: assessment == .summative)
            let allowed =
                problem.isForm
                ? try columns.column(entry.column, of: assessment, year: entry.year)?.allowedInWords : nil
            return .json(GridRefusal(message: problem.message, allowed: allowed ?? ""), status: .unprocessableContent)
        }
    }

    func assessment(_ text: String) throws(TrackerError) -> AssessmentKind {
        guard let assessment = AssessmentKind(rawValue: text) else { throw .unknownAssessment(text) }
        return assessment
    }

    /// The assessment of a path and, where several year groups take it, that of `?year-group=2`.
    func yearGroupAssessment(_ text: String) throws(TrackerError) -> YearGroupAssessment {
        let kind = try assessment(text)
        guard let group = handler.address.value("year-group"), !group.isEmpty else { return YearGroupAssessment(kind) }
        guard let yearGroup = YearGroup(rawValue: group), kind.yearGroups.contains(yearGroup) else {
            let known = kind.yearGroups.map(\.rawValue).joined(separator: " or ")
            throw .fields([
                FieldProblem("year-group", "“\(group.prefix(40))” must be \(known), the year group of \(kind.title).")
            ])
        }
        return YearGroupAssessment(kind, yearGroup)
    }

    /// The date of a body; nil when it gives none.
    func date(_ text: String?) throws(TrackerError) -> CalendarDate? {
        guard let text, !text.isEmpty else { return nil }
        guard let day = CalendarDate(iso: text) else {
            throw .assessmentDate("“\(text.prefix(40))” is not a date. Enter it like 2026-05-14.")
        }
        return day
    }

    /// Whose results the answer counts: with `?class=` that class, or with an empty one the whole year group.
    var progressScope: ProgressScope {
        guard let name = handler.address.query.first(where: { $0.name == "class" })?.value else { return .pupilsClass }
        return .group(name.isEmpty ? nil : name)
    }

    func cells(
        _ cells: [ColumnID: CellState], _ stored: [ColumnID: StoredValue], _ offers: [EntryOffer] = []
    ) -> GridRowCells {
        GridRowCells(cells, stored: stored, offers: offers, clock: tracker.clock)
    }

    private func results(_ path: [String]) async throws -> Response {
        let year = try handler.year(path[1])
        let kind = path.count == 3 ? try assessment(path[2]) : nil
        let day = try handler.address.value("on").map { try tracker.pastDay($0) }
        return .json(written: try await tracker.resultsJSON(kind, school: school, year: year, on: day, as: caller))
    }

    private func outcomesRequest(_ year: SchoolYear) throws -> OutcomesRequest {
        OutcomesRequest(
            year: year, group: try group(), appliesSpecialConsideration: handler.address.value("sc") != "off")
    }

    /// The group of the address; all pupils where it names none.
    private func group() throws(TrackerError) -> GroupSelection {
        guard let text = handler.address.value("group") else { return .all }
        guard let group = GroupSelection(inAddress: text) else {
            throw .fields([
                FieldProblem(
                    "group",
                    "There is no group “\(text)”. Enter all, girls, boys, disadvantaged, ... or two joined by +.")
            ])
        }
        return group
    }

    /// A report over the years of pupils, by its address.
    private func journeyRequest(_ name: String, _ year: SchoolYear) throws(TrackerError) -> Tracker.JourneyRequest {
        let group = try group()
        switch name {
        case "conversion-matrix":
            var request = MatrixRequest(year: year, group: group)
            request.yearGroup = try yearGroup() ?? request.yearGroup
            request.from = try side("from") ?? request.from
            request.to = try side("to") ?? request.to
            return .matrix(request)
        case "summative-progress":
            return .progress(
                ProgressRequest(
                    year: year, yearGroup: try yearGroup(), from: try term("from"), to: try term("to"), group: group))
        default:
            guard
                let request = ExpectationsRequest(
                    year: year, start: try side("start") ?? ExpectationsRequest.usualStart,
                    outcome: try side("outcome") ?? MatrixRequest(year: year).to, group: group)
            else {
                let known = ExpectationsRequest.outcomes.map(\.id).joined(separator: ", ")
                throw .fields([FieldProblem("outcome", "The outcome must be one of \(known).")])
            }
            return .expectations(request)
        }
    }

    private func side(_ name: String) throws(TrackerError) -> MatrixSide? {
        guard let text = handler.address.value(name) else { return nil }
        guard let side = MatrixSide(id: text) else {
            throw .fields([
                FieldProblem(
                    name,
                    "There is no “\(text.prefix(60))”. Enter one like ks1.reading, ks2.test.mathematics or year5.summer2.writing."
                )
            ])
        }
        return side
    }

    private func term(_ name: String) throws(TrackerError) -> TermPoint? {
        guard let text = handler.address.value(name) else { return nil }
        guard let term = TermPoint(id: text) else {
            throw .fields([FieldProblem(name, "There is no term “\(text.prefix(40))”. Enter one like 2026.autumn1.")])
        }
        return term
    }

    private func yearGroup() throws(TrackerError) -> YearGroup? {
        guard let text = handler.address.value("year-group") else { return nil }
        guard let group = YearGroup(rawValue: text), AssessmentKind.summative.yearGroups.contains(group) else {
            throw .fields([FieldProblem("year-group", "The year group must be R or 1 to 6, not “\(text.prefix(40))”.")])
        }
        return group
    }

    // MARK: Files

    private struct ListedBatch: Encodable {
        let id: String
        let kind: String
        let file: String
        let sha256: String
        let at: String
        let by: String
        let undone_at: String?
    }

    private func batches() async throws -> Response {
        .json(
            try await tracker.batches(school: school, as: caller).map { batch in
                ListedBatch(
                    id: String(batch.id), kind: batch.kind, file: batch.fileName, sha256: batch.sha256, at: batch.at,
                    by: batch.authorName, undone_at: batch.undoneAt)
            })
    }

    private struct Undone: Encodable {
        let batch: String
        let values: Int
        let pupils_removed: Int
        let pupils_restored: Int
        let left_alone: [String]
    }

    /// The number of a batch of this school.
    private func batch(_ text: String) async throws -> Int64 {
        guard let id = Int64(text), try await tracker.batch(id, as: caller).school.id == school.id else {
            throw TrackerError.unknownBatch(text)
        }
        return id
    }

    private func file(ofBatch text: String) async throws -> Response {
        let file = try await tracker.file(ofBatch: batch(text), as: caller)
        return .download(path: file.path, size: file.size, fileName: file.name)
    }

    private func undo(_ text: String) async throws -> Response {
        let id = try await batch(text)
        let outcome = try await tracker.undo(batch: id, as: caller)
        return .json(
            Undone(
                batch: text, values: outcome.values, pupils_removed: outcome.pupilsRemoved,
                pupils_restored: outcome.pupilsRestored, left_alone: outcome.leftAlone.map(\.message)))
    }

    /// A file as `multipart/form-data`, previewed (`?dry-run=1`) or applied.
    private func importFile() async throws -> Response {
        // Asked before the bytes are received: who may not import can't fill the disk either.
        try tracker.require(.importFiles, caller, in: school)
        let upload = try await ReceivedUpload.read(
            handler.request, into: tracker.fileFolder, limit: handler.responder.server.options.largestUpload)
        defer { for file in upload.files { try? FileManager.default.removeItem(atPath: file.path) } }
        guard upload.files.count == 1, let file = upload.files.first else {
            throw Refused(.badRequest, "Send one file in a multipart form.")
        }
        let year = try handler.address.value("year").map { try handler.year($0) }
        let take = try handler.address.value("take").map { list in
            Set(try list.split(separator: ",").map { try assessment(trimBlanks(String($0)).lowercased()) })
        }
        let options = ImportOptions(take: take)
        let given = ImportFile(name: file.name, path: file.path)
        var bytes: [UInt8] = []
        guard let zip = try await tracker.unpack(given, for: school, as: caller) else {
            try await importOne(given, year, options, &bytes)
            return .json(written: bytes)
        }
        defer { tracker.remove(zip) }
        return .json(written: try await importZip(zip, year, options))
    }

    /// Previews or applies one file and writes its JSON.
    private func importOne(_ file: ImportFile, _ year: SchoolYear?, _ options: ImportOptions, _ bytes: inout [UInt8])
        async throws
    {
        if handler.address.value("dry-run") == "1" {
            let preview = try await tracker.preview(
                file: file, school: school, year: year, options: options, as: caller)
            if let refusal = preview.refusal { throw TrackerError.file(FileProblem(refusal)) }
            preview.writeJSON { bytes += $0 }
        } else {
            let outcome = try await tracker.apply(file: file, school: school, year: year, options: options, as: caller)
            outcome.writeJSON { bytes += $0 }
        }
    }

    /// `{"files":[...],"refused":["..."],"left_out":["..."]}`: what can be read is taken, file by file.
    ///
    /// - Throws: what is wrong with the first file when none can be read.
    private func importZip(_ zip: OpenedZip, _ year: SchoolYear?, _ options: ImportOptions) async throws -> [UInt8] {
        struct Rest: Encodable {
            let refused: [String]
            let left_out: [String]
        }
        var refused = zip.refused
        var files: [[UInt8]] = []
        for file in zip.files {
            do {
                var bytes: [UInt8] = []
                try await importOne(file, year, options, &bytes)
                files.append(bytes)
            } catch let error as TrackerError {
                if case .notAllowed = error { throw error }
                refused.append("\(file.name): \(error.message)")
            }
        }
        guard !files.isEmpty else { throw TrackerError.file(FileProblem(refused.joined(separator: " "))) }
        let rest = try JSONEncoder().encode(Rest(refused: refused, left_out: zip.leftOut))
        var bytes = Array("{\"files\":[".utf8)
        bytes += files.joined(separator: [UInt8(ascii: ",")])
        bytes += Array("],".utf8)
        // Without its opening brace.
        bytes += rest.dropFirst()
        return bytes
    }
}
