/// Why a zip of files is not opened. Nothing that was unpacked is left behind.
public enum BundleError: Error, Sendable, Hashable {
    case cannotOpen(path: String)
    case damaged
    case isEmpty
    case tooManyFiles(count: Int, limit: Int)
    case tooLarge(megabytes: Int)
    /// Because of one entry; `reason` is a sentence about it, with what to do.
    case entry(name: String, reason: String)
    case cannotWrite

    /// What is wrong, where, and what to do, for the person who gave the file.
    public var message: String {
        switch self {
        case .cannotOpen(let path):
            "The file \(path) cannot be opened. Check that it exists and that you may read it."
        case .damaged:
            "The zip is damaged: it ends too early, or is no zip inside. Make it again, or give the files in it one by one."
        case .isEmpty: "The zip has no file in it."
        case .tooManyFiles(let count, let limit):
            "The zip must have \(limit) files or fewer; it has \(count). Split it into several zips."
        case .tooLarge(let megabytes):
            "The files in the zip must be smaller than \(megabytes) MB together when unpacked. Split it into several zips."
        case .entry(let name, let reason): "The zip was not opened because of “\(name)” in it: \(reason)"
        case .cannotWrite: "The zip can’t be unpacked: the server can’t write to its folder of files."
        }
    }
}
