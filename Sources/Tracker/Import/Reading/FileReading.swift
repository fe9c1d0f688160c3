import CommonTransferFile
import Foundation
import Spreadsheets
import TextFiles

/// Recognises a file by its first bytes and reads it to its end.
enum FileReading {
    /// - Throws: ``TrackerError/file(_:)`` with line and column when the file is broken, or of a kind that is not taken.
    static func read(_ file: ImportFile) throws -> FileContent {
        let head = try head(of: file.path)
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { throw refusal(archive(head)) }
        let input = TextInput(path: file.path)
        if beginsAsXML(head) { return .ctf(try readCTF(input)) }
        do {
            return .sheet(try Spreadsheet.read(input, raggedRows: .setAside))
        } catch {
            throw refusal(error.message)
        }
    }

    static func refusal(_ message: String) -> TrackerError { .file(FileProblem(message)) }

    private static func readCTF(_ input: TextInput) throws -> CTFContent {
        var header = CTFHeader()
        var pupils: [CTFPupil] = []
        do {
            let summary = try CTFReader.read(
                input, onHeader: { header = $0 }, onPupil: { pupils.append($0) })
            return CTFContent(header: header, pupils: pupils, summary: summary)
        } catch let error as CTFError {
            throw refusal(error.message)
        }
    }

    private static func head(of path: String) throws -> [UInt8] {
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

    private static func archive(_ head: [UInt8]) -> String {
        let name = String(decoding: head.dropFirst(30).prefix(60), as: UTF8.self)
        let isWorkbook = ["[Content_Types].xml", "_rels", "xl/", "docProps"].contains { name.hasPrefix($0) }
        return isWorkbook
            ? "The selected file is an Excel workbook. Save it as CSV (File, Save As, CSV UTF-8) and give that file."
            : "The selected file is a zip. Unzip it and give the files in it one by one."
    }
}
