import Assessment
import Foundation
import Spreadsheets
public import Storage

extension Tracker {
    /// Whether the file of a batch is there to be opened as it came.
    public func hasFile(_ batch: Batch) -> Bool {
        ImportKind(rawValue: batch.kind) != nil
            && FileManager.default.fileExists(atPath: TakenFile.path(batch.id, in: fileFolder))
    }

    /// The file that a batch was made of, byte for byte as it came; also of a batch that was taken back.
    ///
    /// It has more than the batch stored, so who opens it must be allowed to bring files in, and for every school of which it has
    /// lines, unless they brought it themselves.
    ///
    /// - Throws: ``TrackerError/unknownBatch(_:)``; ``TrackerError/notAllowed(_:role:)``; ``TrackerError/fileNotKept(_:)`` when its
    ///   bytes are not there, or not those that came; ``TrackerError/fileOfOthers(_:)``. Reads the file once.
    public func file(ofBatch id: Int64, as caller: Caller) async throws -> TakenFile {
        let (school, batch) = try await batch(id, as: caller)
        guard hasFile(batch) else { throw TrackerError.fileNotKept(batch.fileName) }
        try require(.importFiles, caller, in: school)
        let path = TakenFile.path(id, in: fileFolder)
        guard try await runAside({ try FileDigest.sha256(path: path) }) == batch.sha256 else {
            throw TrackerError.fileNotKept(batch.fileName)
        }
        if batch.authorID == nil || batch.authorID != caller.userID {
            try await requireEverySchool(of: batch, path, school, caller)
        }
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int64) ?? 0
        return TakenFile(name: batch.fileName, path: path, size: size)
    }

    /// A results file may have lines of several schools; whoever sees one of them does not see the others' by it.
    private func requireEverySchool(of batch: Batch, _ path: String, _ school: School, _ caller: Caller) async throws {
        let file = ImportFile(name: batch.fileName, path: path)
        guard batch.kind == ImportKind.results.rawValue,
            case .sheet(let sheet) = try await runAside({ try FileReading.content(of: file) })
        else { return }
        let schools = try await importSchools(caller)
        let remembered = try await database.read {
            try RememberedHeadings.read($0, school: school.id, signature: HeadingMap.signature(of: sheet.headings))
        }
        // By its headings as they are, and as somebody has explained them: neither may hide whose lines they are.
        for explained in [nil, remembered] {
            guard let headings = try? SheetHeadings(sheet, options: ImportOptions(), remembered: explained) else {
                continue
            }
            let split = SchoolSplit(sheet, headings, here: school, schools: schools)
            guard split.shares.allSatisfy({ $0.school != nil }) else {
                throw TrackerError.fileOfOthers(batch.fileName)
            }
        }
    }
}
