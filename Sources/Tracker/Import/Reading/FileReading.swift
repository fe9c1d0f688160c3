import Dispatch
import Foundation
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

    private static func isXML(_ file: ImportFile) throws -> Bool {
        let head = try head(of: file.path)
        return !WorkbookReader.recognises(head) && beginsAsXML(head)
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

    /// The first 256 bytes of a file.
    static func head(of path: String) throws -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw refusal("The file \(path) cannot be opened. Check that it exists and that you may read it.")
        }
        defer { try? handle.close() }
        return [UInt8](try handle.read(upToCount: 256) ?? Data())
    }

    /// Whether the first character that is neither a byte order mark nor a blank is `<`, in UTF-8 or UTF-16.
    private static func beginsAsXML(_ head: [UInt8]) -> Bool {
        let skipped: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0, 0x20, 0x09, 0x0A, 0x0D]
        return head.first { !skipped.contains($0) } == UInt8(ascii: "<")
    }
}
