import Foundation

/// The file that a batch was made of, as it came.
public struct TakenFile: Sendable, Hashable {
    /// The name it came with.
    public var name: String
    /// Where its bytes are; they never change.
    public var path: String
    /// Bytes.
    public var size: Int64

    /// Where the files of batches are kept, each under the number of its batch.
    private static func folder(in files: String) -> String { "\(files)/taken" }

    static func path(_ batch: Int64, in files: String) -> String { "\(folder(in: files))/\(batch)" }

    /// A second name for the bytes of a file, until it is known whether a batch is made of it: a link where the bytes are Leadline's own
    /// and never change, a copy of anybody else's.
    ///
    /// - Returns: a path beside the files that wait; what is left there is swept after a day.
    /// - Throws: ``TrackerError/file(_:)`` when there is no room, or the folder can't be written.
    static func stage(_ path: String, in files: String) throws -> String {
        let manager = FileManager.default
        do {
            try manager.createDirectory(
                atPath: folder(in: files), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw notKept(error)
        }
        if path.hasPrefix("\(files)/") { return try Tracker.link(path, in: files) }
        let staged = "\(files)/incoming-\(UUID().uuidString)"
        do {
            try manager.copyItem(atPath: path, toPath: staged)
            try manager.setAttributes([.posixPermissions: 0o600, .modificationDate: Date()], ofItemAtPath: staged)
        } catch {
            try? manager.removeItem(atPath: staged)
            throw notKept(error)
        }
        return staged
    }

    private static func notKept(_ error: any Error) -> TrackerError {
        FileReading.refusal(
            "The file can’t be kept as it came, so nothing of it was taken: \(error.localizedDescription)")
    }

    /// Gives what was staged to a batch that is stored; to none, it goes.
    static func settle(_ staged: String?, batch: Int64?, in files: String) {
        guard let staged else { return }
        let isKept = batch.map { rename(staged, path($0, in: files)) == 0 } ?? false
        if !isKept { try? FileManager.default.removeItem(atPath: staged) }
    }
}
