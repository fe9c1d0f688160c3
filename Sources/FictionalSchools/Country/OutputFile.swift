import Foundation

/// A file being written; closed when let go.
final class OutputFile {
    private let handle: FileHandle

    /// Makes the file, replacing one of the same name.
    init(_ url: URL) throws(FictionalSchoolError) {
        guard FileManager.default.createFile(atPath: url.path, contents: nil),
            let handle = try? FileHandle(forWritingTo: url)
        else { throw .fileNotMade(url.path) }
        self.handle = handle
    }

    func write(_ bytes: [UInt8]) throws { try handle.write(contentsOf: Data(bytes)) }

    func close() throws { try handle.close() }
}
