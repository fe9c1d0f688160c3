import CLibZip
import Foundation

/// A zip file opened for reading, by libzip. Nothing of it is ever written to disk.
///
/// Counts what is unpacked and stops at the limits, whatever the archive claims of its sizes. Not for use from two tasks at once.
final class ZipArchive {
    private static let pieceSize = 65_536

    private let archive: OpaquePointer
    private let limits: WorkbookLimits
    private var unpacked = 0
    /// The bytes that an archive in memory is read from; libzip looks at them until it is closed.
    private let memory: UnsafeMutableRawBufferPointer?

    init(path: String, limits: WorkbookLimits) throws(WorkbookError) {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_RDONLY, &code) else {
            if code == ZIP_ER_OPEN || code == ZIP_ER_NOENT || code == ZIP_ER_READ { throw .cannotOpen(path: path) }
            throw .damaged(reason: "it ends too early, or is no zip inside.")
        }
        self.archive = archive
        self.limits = limits
        memory = nil
    }

    init(_ bytes: [UInt8], limits: WorkbookLimits) throws(WorkbookError) {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
        memory.copyBytes(from: bytes)
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let source = zip_source_buffer_create(memory.baseAddress, zip_uint64_t(bytes.count), 0, &error) else {
            memory.deallocate()
            throw .damaged(reason: "there is no memory left to read it.")
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            memory.deallocate()
            throw .damaged(reason: "it ends too early, or is no zip inside.")
        }
        self.archive = archive
        self.limits = limits
        self.memory = memory
    }

    deinit {
        zip_discard(archive)
        memory?.deallocate()
    }

    /// How many entries the directory lists, folders included.
    var count: Int { max(0, Int(zip_get_num_entries(archive, 0))) }

    /// What the directory says of the entry at a place, from 0; nil when it can't be read.
    func entry(_ index: Int) -> ZipEntry? {
        let place = zip_uint64_t(index)
        var facts = zip_stat_t()
        zip_stat_init(&facts)
        guard let name = zip_get_name(archive, place, zip_flags_t(ZIP_FL_ENC_GUESS)),
            zip_stat_index(archive, place, 0, &facts) == 0
        else { return nil }
        var system: zip_uint8_t = 0
        var attributes: zip_uint32_t = 0
        _ = zip_file_get_external_attributes(archive, place, 0, &system, &attributes)
        // The high half is a file's mode where a Unix made the entry.
        let isUnix = Int32(system) == Int32(ZIP_OPSYS_UNIX) || Int32(system) == Int32(ZIP_OPSYS_OS_X)
        return ZipEntry(
            name: String(cString: name),
            size: facts.valid & zip_uint64_t(ZIP_STAT_SIZE) != 0 ? Int(clamping: facts.size) : 0,
            isEncrypted: facts.valid & zip_uint64_t(ZIP_STAT_ENCRYPTION_METHOD) != 0
                && facts.encryption_method != ZIP_EM_NONE,
            mode: isUnix ? attributes >> 16 : 0)
    }

    /// Whether there is a part of that name, in whatever case.
    func has(_ name: String) -> Bool { index(name) != nil }

    /// Unpacks a part piece by piece.
    ///
    /// - Parameter take: gets each piece; returning false stops the reading without an error.
    /// - Throws: ``WorkbookError/damaged(reason:)`` when there is no such part or its checksum is wrong.
    func read(_ name: String, take: (UnsafeRawBufferPointer) -> Bool) throws(WorkbookError) {
        guard let index = index(name) else { throw .damaged(reason: "its part “\(name)” is missing.") }
        try read(index, named: name, take: take)
    }

    /// Unpacks the entry at a place, from 0; see ``read(_:take:)``.
    func read(_ index: zip_uint64_t, named name: String, take: (UnsafeRawBufferPointer) -> Bool) throws(WorkbookError) {
        var facts = zip_stat_t()
        zip_stat_init(&facts)
        guard zip_stat_index(archive, index, 0, &facts) == 0 else { throw broken(name) }
        if facts.valid & zip_uint64_t(ZIP_STAT_ENCRYPTION_METHOD) != 0, facts.encryption_method != ZIP_EM_NONE {
            throw .isProtected
        }
        guard let file = zip_fopen_index(archive, index, 0) else { throw broken(name) }
        defer { zip_fclose(file) }
        let packed = facts.valid & zip_uint64_t(ZIP_STAT_COMP_SIZE) != 0 ? Int(clamping: facts.comp_size) : 0
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.pieceSize, alignment: 16)
        defer { buffer.deallocate() }
        var count = 0
        while true {
            let length = zip_fread(file, buffer.baseAddress, zip_uint64_t(Self.pieceSize))
            guard length >= 0 else { throw broken(name) }
            if length == 0 { return }
            count += Int(length)
            unpacked += Int(length)
            guard unpacked <= limits.unpackedBytes else {
                throw .tooLarge(megabytes: limits.unpackedBytes / 1_048_576)
            }
            if count > limits.denseBytes, count / max(packed, 1) > limits.ratio { throw .tooDense(part: name) }
            guard take(UnsafeRawBufferPointer(rebasing: buffer[..<Int(length)])) else { return }
        }
    }

    private func index(_ name: String) -> zip_uint64_t? {
        // Office compares the names of parts without regard to case.
        let found = zip_name_locate(archive, name, zip_flags_t(ZIP_FL_NOCASE) | zip_flags_t(ZIP_FL_ENC_GUESS))
        return found < 0 ? nil : zip_uint64_t(found)
    }

    private func broken(_ name: String) -> WorkbookError {
        .damaged(reason: "its part “\(name)” cannot be unpacked.")
    }
}
