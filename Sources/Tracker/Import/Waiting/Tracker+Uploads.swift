import Foundation
public import Storage

extension Tracker {
    /// Keeps a file that was dropped until its preview is confirmed. The bytes are moved, not copied.
    ///
    /// On disk it is named by the upload's id, readable by the server alone; the name it came with is only remembered.
    ///
    /// - Parameters:
    ///   - name: the name it came with.
    ///   - temporaryPath: where its bytes are now; nothing is there afterwards.
    ///   - sha256: where it is known already; worked out otherwise.
    /// - Throws: ``TrackerError/notAllowed(_:role:)``, ``TrackerError/file(_:)`` when it can't be kept.
    public func keepUpload(
        name: String, from temporaryPath: String, sha256: String? = nil, school: School,
        settings: WaitingFile.Settings = .init(), as caller: Caller
    ) async throws -> WaitingFile {
        try require(.importFiles, caller, in: school)
        let id = ids.next()
        let path = Self.uploadPath(id, in: fileFolder)
        let folder = fileFolder
        let sha256 = try await runAside { try Self.move(temporaryPath, to: path, folder: folder, sha256: sha256) }
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int64) ?? 0
        let upload = Upload(
            id: id, fileName: String(name.prefix(200)), storedAs: "\(id)", sha256: sha256, size: size,
            at: clock.timestamp(), authorID: caller.userID, kind: "", optionsJSON: try Self.json(settings))
        do {
            try await database.write { try UploadStore($0).insert(upload, school: school.id) }
        } catch {
            try? FileManager.default.removeItem(atPath: path)
            throw error
        }
        return Self.waiting(upload, settings, in: fileFolder)
    }

    /// A file that waits.
    ///
    /// - Throws: ``TrackerError/unknownUpload(_:)``, ``TrackerError/notAllowed(_:role:)``.
    public func upload(_ id: Int64, school: School, as caller: Caller) async throws -> WaitingFile {
        try require(.importFiles, caller, in: school)
        let found = try await database.read { try UploadStore($0).find(school: school.id, id: id) }
        guard let found else { throw TrackerError.unknownUpload("\(id)") }
        return Self.waiting(found, try Self.settings(found), in: fileFolder)
    }

    /// The files of a school that wait, newest first.
    public func uploads(school: School, as caller: Caller) async throws -> [WaitingFile] {
        try require(.importFiles, caller, in: school)
        let folder = fileFolder
        return try await database.read { session in
            try UploadStore(session).all(school: school.id).map {
                Self.waiting($0, try Self.settings($0), in: folder)
            }
        }
    }

    /// Remembers what was said about a file that waits.
    ///
    /// - Throws: ``TrackerError/unknownUpload(_:)``, ``TrackerError/notAllowed(_:role:)``.
    @discardableResult
    public func setUpload(_ id: Int64, settings: WaitingFile.Settings, school: School, as caller: Caller) async throws
        -> WaitingFile
    {
        var waiting = try await upload(id, school: school, as: caller)
        let json = try Self.json(settings)
        try await database.write {
            try UploadStore($0).setOptions(school: school.id, id: id, kind: "", optionsJSON: json)
        }
        waiting.settings = settings
        return waiting
    }

    /// Forgets a file that waits, and its bytes.
    ///
    /// - Throws: ``TrackerError/unknownUpload(_:)``, ``TrackerError/notAllowed(_:role:)``.
    public func discardUpload(_ id: Int64, school: School, as caller: Caller) async throws {
        let waiting = try await upload(id, school: school, as: caller)
        try await database.write { try UploadStore($0).delete(school: school.id, id: id) }
        try? FileManager.default.removeItem(atPath: waiting.path)
    }

    /// The preview of a file that waits, with what was said about it.
    public func previewUpload(_ id: Int64, school: School, as caller: Caller) async throws -> ImportPreview {
        let waiting = try await upload(id, school: school, as: caller)
        return try await preview(
            file: waiting.file, school: school, year: waiting.settings.year, options: waiting.settings.options,
            choices: waiting.settings.choices, as: caller)
    }

    /// Takes a file that waits, then forgets it.
    public func applyUpload(_ id: Int64, school: School, as caller: Caller) async throws -> ImportOutcome {
        let waiting = try await upload(id, school: school, as: caller)
        let outcome = try await apply(
            file: waiting.file, school: school, year: waiting.settings.year, options: waiting.settings.options,
            choices: waiting.settings.choices, as: caller)
        try await discardUpload(id, school: school, as: caller)
        return outcome
    }

    /// Removes files of any school that nobody has looked at for so long; returns how many.
    public func removeForgottenUploads(olderThan seconds: Double) async throws -> Int {
        let limit = clock.timestamp(after: -seconds)
        let names = try await database.write { try UploadStore($0).deleteAll(before: limit) }
        for name in names { try? FileManager.default.removeItem(atPath: "\(fileFolder)/\(name)") }
        return names.count
    }

    /// Removes files that nothing waits for: what a server that was stopped while it received, unpacked or applied left behind.
    ///
    /// - Parameter seconds: how long nothing may have been written to them; what is being received now is younger.
    /// - Returns: how many.
    public func removeStrayFiles(olderThan seconds: Double) async throws -> Int {
        let folder = fileFolder
        let limit = clock.now().addingTimeInterval(-seconds)
        let old = (try? FileManager.default.contentsOfDirectory(atPath: folder))?.filter { name in
            let facts = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
            return facts?[.type] as? FileAttributeType == .typeRegular
                && (facts?[.modificationDate] as? Date).map { $0 < limit } ?? false
        }
        guard let old, !old.isEmpty else { return 0 }
        // Asked after the folder was listed: a file is moved there before its row is stored.
        let known = Set(try await database.read { try UploadStore($0).names() })
        let strays = old.filter { !known.contains($0) }
        for name in strays { try? FileManager.default.removeItem(atPath: "\(folder)/\(name)") }
        return strays.count
    }

    private static func uploadPath(_ id: Int64, in folder: String) -> String { "\(folder)/\(id)" }

    /// A second name for the bytes of a file of ours, so that they are kept once; a copy where the file system has no links.
    ///
    /// The bytes never change, and stay until the last name is removed.
    static func link(_ path: String, in folder: String) throws -> String {
        let files = FileManager.default
        let link = "\(folder)/incoming-\(UUID().uuidString)"
        do {
            // What is old and waits for nothing is swept; the new name waits for nothing until its row is stored.
            try files.setAttributes([.modificationDate: Date()], ofItemAtPath: path)
            do { try files.linkItem(atPath: path, toPath: link) } catch {
                try files.copyItem(atPath: path, toPath: link)
            }
        } catch {
            throw FileReading.refusal("The file can’t be kept: \(error.localizedDescription)")
        }
        return link
    }

    /// - Parameter sha256: where it is known already.
    /// - Returns: the SHA-256 of the moved file.
    private static func move(_ source: String, to path: String, folder: String, sha256: String?) throws -> String {
        let files = FileManager.default
        do {
            try files.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try files.moveItem(atPath: source, toPath: path)
            try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        } catch {
            throw FileReading.refusal("The file can’t be kept for its preview: \(error.localizedDescription)")
        }
        return try sha256 ?? FileDigest.sha256(path: path)
    }

    private static func waiting(_ upload: Upload, _ settings: WaitingFile.Settings, in folder: String) -> WaitingFile {
        WaitingFile(
            id: upload.id, fileName: upload.fileName, sha256: upload.sha256, size: upload.size, at: upload.at,
            settings: settings, path: uploadPath(upload.id, in: folder))
    }

    private static func json(_ settings: WaitingFile.Settings) throws -> String {
        String(decoding: try JSONEncoder().encode(settings), as: UTF8.self)
    }

    private static func settings(_ upload: Upload) throws -> WaitingFile.Settings {
        do {
            return try JSONDecoder().decode(WaitingFile.Settings.self, from: Data(upload.optionsJSON.utf8))
        } catch {
            throw StorageError.unreadable(field: "settings of a waiting file", text: upload.optionsJSON)
        }
    }
}
