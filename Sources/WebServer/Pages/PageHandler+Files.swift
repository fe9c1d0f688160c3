import Assessment
import Forms
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Storage
import Tracker

extension PageHandler {
    /// Steps of a batch that its page lists.
    private static let listedSteps = 500

    func filesPage(_ visit: Visit) async throws -> Response {
        try await show(try await filesModel(visit), visit)
    }

    private func filesModel(_ visit: Visit, errors: [FieldError] = []) async throws -> FilesModel {
        let batches = try await tracker.batches(school: visit.school, as: visit.caller)
        let counts = try await tracker.batchCounts(school: visit.school, as: visit.caller)
        let canImport = isAllowed(.importFiles, visit)
        let canSend = isAllowed(.sendFiles, visit)
        let waiting = canImport ? try await tracker.uploads(school: visit.school, as: visit.caller) : []
        let sent = canSend ? try await tracker.sentFiles(school: visit.school, as: visit.caller) : []
        return FilesModel(
            place: visit.place, canImport: canImport,
            maximumMegabytes: responder.server.options.largestUpload >> 20, canSend: canSend,
            waiting: waiting.map {
                WaitingUpload(id: $0.id, fileName: $0.fileName, when: tracker.clock.inWords($0.at))
            }, batches: batches.map { row($0, counts[$0.id], visit) }, sent: sent.map { row($0, visit) }, errors: errors
        )
    }

    private func row(_ batch: Batch, _ count: BatchCountStore.Count?, _ visit: Visit) -> BatchRow {
        BatchRow(
            id: batch.id, when: tracker.clock.inWords(batch.at), person: batch.authorName, source: batch.fileName,
            kind: BatchKind.title(of: batch.kind), sha256: batch.sha256.isEmpty ? nil : batch.sha256,
            values: count?.values ?? 0,
            pupilsAdded: count?.pupilsAdded ?? 0,
            undone: batch.undoneAt.map { "\(tracker.clock.inWords($0)) by \(batch.undoneBy ?? "somebody")" },
            // What is listed may be taken back by who sees it.
            canUndo: batch.undoneAt == nil)
    }

    // MARK: Files that arrive

    /// Takes the files of a form: one leads to its preview, several to the list of those that wait.
    ///
    /// Nothing of a file is stored until its preview is confirmed; one that can't be read is not even kept.
    func receiveFiles(_ visit: Visit) async throws -> Response {
        // Asked before the bytes are received: who may not import can't fill the disk either.
        try tracker.require(.importFiles, visit.caller, in: visit.school)
        guard SameOrigin.allows(request) else { throw PageRefusal.otherSite }
        let received: ReceivedUpload
        do {
            received = try await ReceivedUpload.read(
                request, into: tracker.fileFolder, limit: responder.server.options.largestUpload)
        } catch let error as FormError {
            guard case .tooLarge = error else { throw error }
            return try await refuse([error.message], visit, status: .contentTooLarge)
        }
        defer { for file in received.files { try? FileManager.default.removeItem(atPath: file.path) } }
        try checkToken(received.fields, visit.signedIn)
        guard !received.files.isEmpty else {
            return try await refuse(["Choose a file first."], visit, status: .unprocessableContent)
        }
        var arrived = ArrivedFiles()
        for file in received.files {
            try await arrive(ImportFile(name: file.name, path: file.path), visit, &arrived)
        }
        guard arrived.refusals.isEmpty else {
            return try await refuse(arrived.refusals + arrived.notes, visit, status: .unprocessableContent)
        }
        let notes = arrived.notes.joined(separator: " ")
        if arrived.kept.count == 1 {
            return redirect(
                to: visit.place.route(.preview(arrived.kept[0].id)), visit.signedIn,
                notice: notes.isEmpty ? nil : Notice(notes))
        }
        return redirect(
            to: visit.place.route(.files), visit.signedIn,
            notice: Notice(
                "\(arrived.kept.count) files wait below. Open each to see what it would change. \(notes)"))
    }

    /// Keeps a file, or each file of a zip; what can't be read is refused by name, and the others wait.
    private func arrive(_ file: ImportFile, _ visit: Visit, _ arrived: inout ArrivedFiles) async throws {
        do {
            guard let zip = try await tracker.unpack(file, for: visit.school, as: visit.caller) else {
                arrived.kept.append(try await keep(file, visit))
                return
            }
            defer { tracker.remove(zip) }
            arrived.notes += [zip.leftOutInWords].compactMap(\.self)
            arrived.refusals += zip.refused
            for inner in zip.files {
                do { arrived.kept.append(try await keep(inner, visit)) } catch TrackerError.file(let problem) {
                    arrived.refusals.append("\(inner.name): \(problem.message)")
                }
            }
        } catch TrackerError.file(let problem) {
            arrived.refusals.append("\(file.name): \(problem.message)")
        }
    }

    private func refuse(_ messages: [String], _ visit: Visit, status: HTTPResponse.Status) async throws -> Response {
        let errors = messages.map { FieldError(field: "file", message: $0) }
        return try await show(try await filesModel(visit, errors: errors), visit, status: status)
    }

    /// Keeps a file for its preview, unless it can't be read at all.
    private func keep(_ file: ImportFile, _ visit: Visit) async throws -> WaitingFile {
        // Every page is about a year, so a file that names none is taken to be about it too; the preview shows and asks.
        let waiting = try await tracker.keepUpload(
            name: file.name, from: file.path, school: visit.school, settings: .init(year: visit.year), as: visit.caller)
        do {
            _ = try await tracker.previewUpload(waiting.id, school: visit.school, as: visit.caller)
        } catch {
            if case TrackerError.fields = error { return waiting }
            if case TrackerError.notHeld = error { return waiting }
            try await tracker.discardUpload(waiting.id, school: visit.school, as: visit.caller)
            if case TrackerError.table(let problem) = error { throw TrackerError.file(FileProblem(problem.message)) }
            throw error
        }
        return waiting
    }

    // MARK: Applying and cancelling

    func applyUpload(_ id: Int64, _ visit: Visit) async throws -> Response {
        let fields = try await fields(visit.signedIn)
        var waiting = try await tracker.upload(id, school: visit.school, as: visit.caller)
        if fields["part"] == "items" {
            waiting.settings.choices.takeTicks(fields)
            try await tracker.setUpload(id, settings: waiting.settings, school: visit.school, as: visit.caller)
        }
        let outcome: ImportOutcome
        do {
            outcome = try await tracker.applyUpload(id, school: visit.school, as: visit.caller)
        } catch let error as TrackerError {
            switch error {
            case .tableExists, .fields, .file, .table, .notHeld:
                return try await preview(id, PreviewQuery(), visit, status: error.status, problem: error)
            default: throw error
            }
        }
        guard let batch = outcome.batch else {
            let text =
                outcome.tables > 0
                ? "\(outcome.tables == 1 ? "1 conversion table was" : "\(outcome.tables) conversion tables were") loaded from \(waiting.fileName). Every grid and report goes by it now."
                : outcome.isComplete
                    ? "Everything in \(waiting.fileName) is stored already: nothing was changed."
                    : "Nothing of \(waiting.fileName) could be taken, so nothing was changed."
            return redirect(
                to: visit.place.route(.files), visit.signedIn,
                notice: Notice(text, tone: outcome.isComplete ? .done : .caution))
        }
        return redirect(
            to: visit.place.route(.batch(batch)), visit.signedIn,
            notice: Notice(
                ImportWords.done(outcome, fileName: waiting.fileName), tone: outcome.isComplete ? .done : .caution,
                undo: .init(route: visit.place.route(.undoBatch(batch)), label: "Undo this file")))
    }

    func cancelUpload(_ id: Int64, _ visit: Visit) async throws -> Response {
        _ = try await fields(visit.signedIn)
        let waiting = try await tracker.upload(id, school: visit.school, as: visit.caller)
        try await tracker.discardUpload(id, school: visit.school, as: visit.caller)
        return redirect(
            to: visit.place.route(.files), visit.signedIn,
            notice: Notice("\(waiting.fileName) was removed; nothing of it was stored."))
    }

    // MARK: Batches

    func batchPage(_ id: Int64, _ visit: Visit) async throws -> Response {
        try await show(try await batchModel(id, visit), visit)
    }

    private func batchModel(_ id: Int64, _ visit: Visit, leftAlone: [BatchChange] = []) async throws -> BatchModel {
        let found = try await found(id, visit)
        let batch = try await row(found, visit)
        let content = try await tracker.content(
            ofBatch: id, limit: isTablesFile ? Self.longestList : Self.listedSteps, as: visit.caller)
        let columns = try await tracker.columns(
            of: visit.school, judged: content.steps.contains { $0.assessment == .summative })
        return BatchModel(
            place: visit.place, batch: batch,
            changes: content.steps.map { step in
                BatchChange(
                    pupil: step.pupilName,
                    what: step.column.map {
                        ImportWords.column($0.rawValue, step.assessment, step.year?.endYear, columns)
                    } ?? "Pupil", old: step.old, new: step.new)
            }, total: content.total, leftAlone: leftAlone, isKept: tracker.hasFile(found))
    }

    /// The file itself, as it came.
    func batchFile(_ id: Int64, _ visit: Visit) async throws -> Response {
        _ = try await found(id, visit)
        let file = try await tracker.file(ofBatch: id, as: visit.caller)
        return .download(path: file.path, size: file.size, fileName: file.name)
    }

    /// A batch of this school; another school's does not exist here.
    private func found(_ id: Int64, _ visit: Visit) async throws -> Batch {
        let found: (school: School, batch: Batch)
        do { found = try await tracker.batch(id, as: visit.caller) } catch TrackerError.notAllowed(_, role: nil) {
            throw TrackerError.unknownBatch("\(id)")
        }
        guard found.school.id == visit.school.id else { throw TrackerError.unknownBatch("\(id)") }
        return found.batch
    }

    private func batch(_ id: Int64, _ visit: Visit) async throws -> BatchRow {
        try await row(found(id, visit), visit)
    }

    private func row(_ batch: Batch, _ visit: Visit) async throws -> BatchRow {
        row(batch, try await tracker.batchCounts(school: visit.school, as: visit.caller)[batch.id], visit)
    }

    func undoBatchPage(_ id: Int64, _ visit: Visit) async throws -> Response {
        let batch = try await batch(id, visit)
        guard batch.undone == nil else { throw TrackerError.alreadyUndone(batch.source) }
        let asked = try await tracker.previewUndo(batch: id, as: visit.caller)
        var shown = batch
        // Values that somebody has changed since stay, and so are not announced.
        shown.values = asked.values
        return try await show(
            UndoBatchModel(place: visit.place, batch: shown, leftAlone: Self.rows(asked.leftAlone)), visit)
    }

    func undoBatch(_ id: Int64, _ visit: Visit) async throws -> Response {
        _ = try await fields(visit.signedIn)
        let batch = try await batch(id, visit)
        let outcome = try await tracker.undo(batch: id, as: visit.caller)
        let notice = Notice(
            ImportWords.undone(outcome, fileName: batch.source), tone: outcome.leftAlone.isEmpty ? .done : .caution)
        guard !outcome.leftAlone.isEmpty else {
            return redirect(to: visit.place.route(.batch(id)), visit.signedIn, notice: notice)
        }
        // What was left alone is known only now, so the answer itself lists it.
        return try await show(
            try await batchModel(id, visit, leftAlone: Self.rows(outcome.leftAlone)), visit, notice: notice)
    }

    private static func rows(_ leftAlone: [UndoOutcome.LeftAlone]) -> [BatchChange] {
        leftAlone.map { BatchChange(pupil: $0.pupilName, what: $0.what, message: $0.message) }
    }
}
