/// What a zip's directory says of one entry. All of it is a claim of whoever made the zip.
struct ZipEntry: Sendable, Hashable {
    /// With `/` or, by some programs of Windows, `\` between folders.
    var name: String
    /// Unpacked, in bytes.
    var size: Int
    var isEncrypted: Bool
    /// The mode of a Unix file, whose upper bits tell links and devices; 0 where the entry has none.
    var mode: UInt32

    /// Neither a file nor a folder: a link, a device, a pipe.
    var isSpecial: Bool {
        // Source: stat(7), S_IFMT. 0 is what many programs leave.
        ![0, 0o100000, 0o040000].contains(mode & 0o170000)
    }

    var isFolder: Bool { name.hasSuffix("/") || name.hasSuffix("\\") || mode & 0o170000 == 0o040000 }
}
