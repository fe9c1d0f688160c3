public import Assessment
import Foundation
public import Storage

extension Tracker {
    /// Says what a file would do, and stores nothing.
    ///
    /// Reads the file once as a stream and compares it with the school's data as it is now. A Common Transfer File of 100 MB takes
    /// about half a second on two processors, as its pupils are compared while it is read, and some 100 MB of memory.
    ///
    /// - Parameters:
    ///   - year: the school year of a CSV's values, or of a pupil list; a CTF names its own.
    ///   - options: which assessments to take, how headings are read.
    ///   - choices: what was decided for single pupils and values.
    /// - Throws: ``TrackerError/notAllowed(_:role:)``; ``TrackerError/file(_:)`` when the file is broken, of no known kind or for
    ///   another school; ``TrackerError/fields(_:)`` when the year is needed; ``TrackerError/notHeld(_:_:)``;
    ///   ``TrackerError/table(_:)``.
    public func preview(
        file: ImportFile, school: School, year: SchoolYear?, options: ImportOptions = ImportOptions(),
        choices: ImportChoices = .none, as caller: Caller
    ) async throws -> ImportPreview {
        let job = try await importJob(file, school, year, options, choices, caller, reading: FileReading.begin)
        let preview = try await database.read { session in
            let data = try job.data(session)
            return try job.preview(job.plan(data), data)
        }
        if preview.kind == .conversionTable { try require(.manageTables, caller, in: school) }
        return preview
    }

    /// Takes a file: all that its preview offers, in one transaction, as one batch that can be undone.
    ///
    /// The file is compared with the data once more inside the transaction, so what others stored since the preview is respected;
    /// the outcome lists what was done. When there is nothing to store, there is no batch. The bytes of a batch's file are kept as
    /// they came (``file(ofBatch:as:)``).
    ///
    /// - Throws: as ``preview(file:school:year:options:choices:as:)``; then nothing is stored.
    public func apply(
        file: ImportFile, school: School, year: SchoolYear?, options: ImportOptions = ImportOptions(),
        choices: ImportChoices = .none, as caller: Caller
    ) async throws -> ImportOutcome {
        // Read to its end first: nobody else can store anything while the transaction lasts.
        let job = try await importJob(file, school, year, options, choices, caller, reading: FileReading.content(of:))
        let stamp = stamp(caller, in: school, source: .file)
        let folder = fileFolder
        // A file that was read before may be gone by now; then its batch has none.
        let isThere = file.content == nil || FileManager.default.fileExists(atPath: file.path)
        let staged = isThere ? try await runAside { try TakenFile.stage(file.path, in: folder) } : nil
        var outcome: ImportOutcome
        let tables: [ConversionTable]
        do {
            (outcome, tables) = try await database.write { session in try job.apply(session, by: stamp) }
        } catch {
            TakenFile.settle(staged, batch: nil, in: folder)
            throw error
        }
        TakenFile.settle(staged, batch: outcome.batch, in: folder)
        if outcome.preview.kind == .conversionTable {
            try require(.manageTables, caller, in: school)
            try await loadTables(tables, replace: choices.replacesTables, in: school, as: caller)
            outcome.tables = tables.count
        }
        return outcome
    }

    private func importJob(
        _ file: ImportFile, _ school: School, _ year: SchoolYear?, _ options: ImportOptions,
        _ choices: ImportChoices, _ caller: Caller, reading: @escaping @Sendable (ImportFile) throws -> FileContent
    ) async throws -> ImportJob {
        try require(.importFiles, caller, in: school)
        async let digest = runAside { try file.sha256 ?? FileDigest.sha256(path: file.path) }
        let content = try await runAside { try reading(file) }
        let schools = try await importSchools(caller)
        return ImportJob(
            fileName: file.name, sha256: try await digest, content: content, school: school, schools: schools,
            year: year, options: options, choices: choices, reference: reference, summatives: summatives,
            codes: ctfCodes, clock: clock)
    }
}
