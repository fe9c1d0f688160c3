import Foundation
import Spreadsheets
public import Storage

extension Tracker {
    /// Unpacks a zip of files, so that each can be previewed and taken like one that came by itself.
    ///
    /// Nothing is stored. Whoever asked removes the files, by ``remove(_:)``, once they are kept or taken.
    ///
    /// - Parameter school: for which the files are to be taken; nil for any in which the caller may.
    /// - Returns: nil when the file is no zip of files; a workbook is none.
    /// - Throws: ``TrackerError/notAllowed(_:role:)``; ``TrackerError/file(_:)`` naming the entry for which the zip is not opened,
    ///   and then nothing of it is on disk.
    public func unpack(_ file: ImportFile, for school: School?, as caller: Caller) async throws -> OpenedZip? {
        if let school { try require(.importFiles, caller, in: school) } else { _ = try await importSchools(caller) }
        let folder = fileFolder
        return try await runAside { try Self.unpack(file, into: folder) }
    }

    /// Removes what of a zip's files nobody has kept.
    public func remove(_ zip: OpenedZip) {
        for file in zip.files { try? FileManager.default.removeItem(atPath: file.path) }
    }

    private static func unpack(_ file: ImportFile, into folder: String) throws -> OpenedZip? {
        guard WorkbookReader.recognises(try FileReading.head(of: file.path)) else { return nil }
        guard FileBundle.recognises(path: file.path) else {
            // What cannot be opened at all may have been meant as a workbook or as a zip; only its name can tell.
            guard file.name.lowercased().hasSuffix(".zip"), WorkbookReader.isDamaged(path: file.path) else {
                return nil
            }
            throw FileReading.refusal(BundleError.damaged.message)
        }
        let bundle: FileBundle
        do throws(BundleError) {
            bundle = try FileBundle.unpack(path: file.path, into: folder)
        } catch {
            throw FileReading.refusal(error.message)
        }
        var zip = OpenedZip(files: [], refused: [], leftOut: bundle.leftOut)
        for unpacked in bundle.files {
            guard !FileBundle.recognises(path: unpacked.path) else {
                try? FileManager.default.removeItem(atPath: unpacked.path)
                zip.refused.append(
                    "\(file.name)/\(unpacked.name): This is a zip inside a zip, which is not opened. Give it by itself."
                )
                continue
            }
            zip.files.append(ImportFile(name: "\(file.name)/\(unpacked.name)", path: unpacked.path))
        }
        return zip
    }
}
