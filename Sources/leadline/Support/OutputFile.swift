import ArgumentParser
import Foundation

/// Where a command writes what it was asked for.
enum OutputFile {
    /// A workbook is nothing to look at: it goes to a file, or into a pipe.
    static func check(_ path: String?, isWorkbook: Bool) throws {
        guard isWorkbook, path == nil, isatty(STDOUT_FILENO) == 1 else { return }
        throw ValidationError("Enter the file to write the workbook to: -o results.xlsx")
    }

    /// Writes the file whole, or to standard output when there is no path. It may name pupils, so only its owner may read it.
    static func write(_ bytes: [UInt8], to path: String?) throws {
        guard let path else {
            Terminal.out(bytes)
            return
        }
        let temporary = "\(path).\(ProcessInfo.processInfo.processIdentifier).part"
        guard
            FileManager.default.createFile(
                atPath: temporary, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
        else { throw CommandFailure("The file \(path) can’t be written. Check the folder and its permissions.") }
        guard rename(temporary, path) == 0 else {
            try? FileManager.default.removeItem(atPath: temporary)
            throw CommandFailure("The file \(path) can’t be written. Check the folder and its permissions.")
        }
    }
}
