import Dispatch
import Foundation
import Glibc
import Spreadsheets
import TextFiles

/// Recognises a file by its first bytes and reads it.
enum FileReading {
    /// What was read of a file before, else what is read now.
    ///
    /// - Throws: as ``read(_:)``.
    static func content(of file: ImportFile) throws -> FileContent { try file.content?.content ?? read(file) }

    /// The same, but a Common Transfer File may still be read when this returns; whoever asks it for pupils waits for them.
    ///
    /// - Throws: as ``read(_:)``, but for what is wrong with a Common Transfer File: that it says itself.
    static func begin(_ file: ImportFile) throws -> FileContent {
        if let content = file.content?.content { return content }
        guard try isXML(file) else { return try read(file) }
        let arriving = ArrivingCTF()
        DispatchQueue.global(qos: .userInitiated).async { arriving.read(TextInput(path: file.path)) }
        return .ctf(arriving)
    }

    /// - Throws: ``TrackerError/file(_:)`` with line and column when the file is broken, or of a kind that is not taken.
    static func read(_ file: ImportFile) throws -> FileContent {
        guard try isXML(file) else { return .sheet(try sheet(path: file.path, raggedRows: .setAside)) }
        let arriving = ArrivingCTF()
        arriving.read(TextInput(path: file.path))
        _ = try arriving.summary()
        return .ctf(arriving)
    }

    /// - Throws: ``TrackerError/file(_:)`` for a web page, which many a website gives instead of a file.
    private static func isXML(_ file: ImportFile) throws -> Bool {
        let head = try head(of: file.path)
        guard !WorkbookReader.recognises(head), let text = markup(head) else { return false }
        if ["<!doctype html", "<html"].contains(where: text.hasPrefix) {
            throw refusal(
                "The selected file is a web page (HTML). It must be a Common Transfer File (XML), a CSV file or an Excel workbook (XLSX). If a website gave it to you instead of a file, sign in there and download the file again; if it is a table saved as a web page, open it in a spreadsheet program and save it as XLSX."
            )
        }
        return true
    }

    /// A table from delimited text or from a workbook; the content decides.
    ///
    /// - Throws: ``TrackerError/file(_:)`` with line and column, or the cell.
    static func sheet(path: String, raggedRows: RaggedRowRule) throws -> Sheet {
        let isWorkbook = WorkbookReader.recognises(try head(of: path))
        do {
            return isWorkbook
                ? try WorkbookReader.read(path: path, raggedRows: raggedRows)
                : try Spreadsheet.read(TextInput(path: path), raggedRows: raggedRows)
        } catch let error as SpreadsheetError {
            throw refusal(error.message)
        } catch let error as WorkbookError {
            throw refusal(error.message)
        }
    }

    static func refusal(_ message: String) -> TrackerError { .file(FileProblem(message)) }

    /// Opens a file, which the caller closes.
    ///
    /// - Throws: ``TrackerError/file(_:)`` for what is no file: it could not be read twice, and opening a pipe waits for its writer.
    static func open(path: String) throws -> FileHandle {
        var facts = stat()
        if stat(path, &facts) == 0, facts.st_mode & S_IFMT != S_IFREG {
            throw refusal(
                facts.st_mode & S_IFMT == S_IFDIR
                    ? "\(path) is a folder. Give the files in it, such as \(path)/*.xml."
                    : "\(path) is not a file: what comes in is read more than once and kept. Save it as a file and give its name."
            )
        }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw refusal("The file \(path) cannot be opened. Check that it exists and that you may read it.")
        }
        return handle
    }

    /// The first 256 bytes of a file.
    static func head(of path: String) throws -> [UInt8] {
        let handle = try open(path: path)
        defer { try? handle.close() }
        return [UInt8](try handle.read(upToCount: 256) ?? Data())
    }

    /// A file's beginning without byte order mark and blanks, in small letters, in UTF-8 or UTF-16; nil where it is not `<`.
    private static func markup(_ head: [UInt8]) -> String? {
        let skipped: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0, 0x20, 0x09, 0x0A, 0x0D]
        let text = head.drop { skipped.contains($0) }
        guard text.first == UInt8(ascii: "<") else { return nil }
        return String(decoding: text.filter { $0 != 0 }, as: UTF8.self).lowercased()
    }
}
