import Foundation

/// A zip of files that are to be taken one by one; not a workbook, though that is a zip as well.
///
/// The names in the zip are words to show and never decide where anything is written. What is unpacked is counted as it comes,
/// whatever the directory claims, and written piece by piece: memory does not grow with the files.
public struct FileBundle: Sendable, Hashable {
    /// What was unpacked, in the zip's order. Whoever unpacked them removes them.
    public private(set) var files: [BundledFile] = []
    /// Entries that computers add and nobody means to send (`__MACOSX/…`, `.DS_Store`), by name.
    public private(set) var leftOut: [String] = []

    /// Whether a file is a zip of files, by its content: no workbook, document or other file that only happens to be a zip.
    public static func recognises(path: String) -> Bool {
        guard let archive = try? ZipArchive(path: path, limits: WorkbookLimits()) else { return false }
        return (try? WorkbookReader.otherKind(archive)) == .isArchive
    }

    /// Unpacks the files of a zip.
    ///
    /// Every entry is looked at before the first is unpacked: one that is encrypted, a link, outside its folder or there twice
    /// refuses the zip whole. A zip in the zip is unpacked as a file like any other and not opened.
    ///
    /// - Parameters:
    ///   - folder: where the files go, each under a random name that begins with `incoming-`, readable by their owner alone.
    /// - Throws: ``BundleError``; then nothing is left in the folder.
    public static func unpack(path: String, into folder: String, limits: BundleLimits = BundleLimits())
        throws(BundleError) -> FileBundle
    {
        guard FileManager.default.isReadableFile(atPath: path) else { throw .cannotOpen(path: path) }
        let counted = WorkbookLimits(
            unpackedBytes: limits.unpackedBytes, ratio: limits.ratio, denseBytes: limits.denseBytes)
        let archive: ZipArchive
        do throws(WorkbookError) { archive = try ZipArchive(path: path, limits: counted) } catch { throw .damaged }
        var bundle = FileBundle()
        let entries = try bundle.check(archive, limits)
        do throws(BundleError) {
            for (index, name) in entries { try bundle.unpack(index, name, of: archive, into: folder, limits) }
        } catch {
            bundle.remove()
            throw error
        }
        return bundle
    }

    /// Removes what was unpacked and is still there.
    public func remove() {
        for file in files { try? FileManager.default.removeItem(atPath: file.path) }
    }

    /// The entries to unpack: their place and name.
    private mutating func check(_ archive: ZipArchive, _ limits: BundleLimits) throws(BundleError)
        -> [(index: Int, name: String)]
    {
        guard archive.count <= limits.entries else {
            throw .tooManyFiles(count: archive.count, limit: limits.files)
        }
        var entries: [(index: Int, name: String)] = []
        var names: Set<String> = []
        var size = 0
        for index in 0..<archive.count {
            guard let entry = archive.entry(index) else { throw .damaged }
            let name = Self.shown(entry.name)
            let parts = entry.name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
            if let reason = Self.refusal(entry, parts, limits) { throw .entry(name: name, reason: reason) }
            if entry.isFolder { continue }
            guard names.insert(parts.joined(separator: "/")).inserted else {
                throw .entry(
                    name: name, reason: "it is in the zip twice, and nobody can say which is meant. Make the zip again."
                )
            }
            guard !Self.isAddedByComputer(parts) else {
                leftOut.append(name)
                continue
            }
            size = Int(clamping: Int64(size) + Int64(entry.size))
            guard size <= limits.unpackedBytes else { throw .tooLarge(megabytes: limits.unpackedBytes >> 20) }
            entries.append((index, name))
        }
        guard entries.count <= limits.files else {
            throw .tooManyFiles(count: entries.count, limit: limits.files)
        }
        guard !entries.isEmpty else { throw .isEmpty }
        return entries
    }

    private static func refusal(_ entry: ZipEntry, _ parts: [Substring], _ limits: BundleLimits) -> String? {
        if entry.name.utf8.count > limits.nameBytes { return "its name is longer than \(limits.nameBytes) characters." }
        if parts.contains("..") { return "its name leads out of its folder. Make the zip of plain files." }
        let first = parts.first ?? ""
        if first.isEmpty || (first.count == 2 && first.hasSuffix(":")) {
            return "its name begins at the root of a disk. Make the zip of plain files."
        }
        if entry.isSpecial { return "it is a link, not a file. Put the file itself into the zip." }
        if entry.isEncrypted { return "it is locked by a password. Make the zip without a password." }
        if entry.size > limits.fileBytes { return tooLarge(limits) }
        return nil
    }

    private static func tooLarge(_ limits: BundleLimits) -> String {
        "unpacked, a file must be smaller than \(limits.fileBytes >> 20) MB. Split it into several files."
    }

    /// Beside the files that a person chose: Finder's own notes, Explorer's thumbnails.
    private static func isAddedByComputer(_ parts: [Substring]) -> Bool {
        guard let last = parts.last else { return false }
        return parts.first == "__MACOSX" || last.hasPrefix("._")
            || [".ds_store", "thumbs.db", "desktop.ini"].contains(last.lowercased())
    }

    /// A name as it can be shown: what controls a terminal or turns a line round becomes `�`.
    private static func shown(_ name: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            let isPlain = scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format
            scalars.append(scalar == "\\" ? "/" : isPlain ? scalar : "\u{FFFD}")
        }
        return String(scalars)
    }

    private mutating func unpack(
        _ index: Int, _ name: String, of archive: ZipArchive, into folder: String, _ limits: BundleLimits
    ) throws(BundleError) {
        let manager = FileManager.default
        let path = "\(folder)/incoming-\(UUID().uuidString)"
        do {
            try manager.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw .cannotWrite }
        guard manager.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw .cannotWrite }
        files.append(BundledFile(name: name, path: path))
        defer { try? handle.close() }
        var count = 0
        var problem: BundleError?
        do throws(WorkbookError) {
            try archive.read(UInt64(index), named: name) { piece in
                count += piece.count
                if count > limits.fileBytes {
                    problem = .entry(name: name, reason: Self.tooLarge(limits))
                    return false
                }
                do { try handle.write(contentsOf: Data(piece)) } catch { problem = .cannotWrite }
                return problem == nil
            }
        } catch {
            throw Self.problem(error, name, limits)
        }
        if let problem { throw problem }
    }

    private static func problem(_ error: WorkbookError, _ name: String, _ limits: BundleLimits) -> BundleError {
        switch error {
        case .tooLarge: .tooLarge(megabytes: limits.unpackedBytes >> 20)
        case .tooDense:
            .entry(
                name: name,
                reason:
                    "it unpacks to more than \(limits.ratio) times its size, as no file of results does. Give it by itself, unpacked."
            )
        case .isProtected:
            .entry(name: name, reason: "it is locked by a password. Make the zip without a password.")
        default: .entry(name: name, reason: "it cannot be unpacked: the zip is damaged there. Make the zip again.")
        }
    }
}
