/// The files of a zip, unpacked side by side into the folder of files, for each to go the usual way.
public struct OpenedZip: Sendable, Hashable {
    /// In the zip's order; each is named `results.zip/school/file.xml`.
    public var files: [ImportFile]
    /// Entries that are not opened, each with the reason and what to do.
    public var refused: [String]
    /// What computers add to a zip and nobody means to send, by name.
    public var leftOut: [String]

    /// What was left out, in a sentence; nil when nothing was.
    public var leftOutInWords: String? {
        guard !leftOut.isEmpty else { return nil }
        let names = leftOut.prefix(3).joined(separator: ", ")
        let more = leftOut.count > 3 ? " and \(leftOut.count - 3) more" : ""
        return "Left out of the zip, because computers add them by themselves: \(names)\(more)."
    }
}
