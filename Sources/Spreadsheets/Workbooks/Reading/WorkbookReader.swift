import Foundation

/// Reads Excel workbooks (`.xlsx`, `.xlsm`; ECMA-376), also those of LibreOffice, Google Sheets and other programs.
///
/// Parts are unpacked and read as a stream; memory is bounded by the limits, not by what the file unpacks to. Macros, links and
/// formulas are never looked at: a formula is the value that its program stored beside it.
public enum WorkbookReader {
    /// Whether the first bytes of a file are those of a workbook, or of a relative of it that ``read(path:limits:raggedRows:)``
    /// refuses in words: a zip, or the compound file of older Office and of encrypted workbooks.
    public static func recognises(_ head: [UInt8]) -> Bool {
        head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06])
            || head.starts(with: compoundFile)
    }

    /// Whether a file that begins like a zip cannot be opened as one.
    public static func isDamaged(path: String) -> Bool {
        (try? ZipArchive(path: path, limits: WorkbookLimits())) == nil
    }

    /// Reads the first sheet that is not hidden and has anything on it; a warning names the sheets that are passed over.
    ///
    /// Blocks the calling thread, some 10 MB of XML a second in a debug build and 100 in a release build.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - limits: the largest workbook to accept.
    ///   - raggedRows: what to do with rows that have a value to the right of the last heading.
    public static func read(
        path: String, limits: WorkbookLimits = WorkbookLimits(), raggedRows: RaggedRowRule = .refuse
    ) throws(WorkbookError) -> Sheet {
        guard let handle = FileHandle(forReadingAtPath: path) else { throw .cannotOpen(path: path) }
        defer { try? handle.close() }
        // The names of a compound file's streams stand in its directory, wherever that is; 1 MB is further than Office writes it.
        guard let head = try? handle.read(upToCount: 8) else { throw .cannotOpen(path: path) }
        if head.starts(with: compoundFile) {
            throw compoundFileKind([UInt8]((try? handle.read(upToCount: 1_048_576)) ?? Data()))
        }
        return try read(ZipArchive(path: path, limits: limits), limits: limits, raggedRows: raggedRows)
    }

    /// Reads a workbook in memory; see ``read(path:limits:raggedRows:)``.
    public static func read(
        _ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits(), raggedRows: RaggedRowRule = .refuse
    ) throws(WorkbookError) -> Sheet {
        if bytes.starts(with: compoundFile) { throw compoundFileKind(Array(bytes.prefix(1_048_576))) }
        return try read(ZipArchive(bytes, limits: limits), limits: limits, raggedRows: raggedRows)
    }

    private static let compoundFile: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

    private static func read(_ archive: ZipArchive, limits: WorkbookLimits, raggedRows: RaggedRowRule)
        throws(WorkbookError) -> Sheet
    {
        if let refusal = try otherKind(archive) { throw refusal }
        let package = try Relationships.read(of: "", in: archive)
        let main = package.target(kind: "officeDocument") ?? "xl/workbook.xml"
        let workbook = WorkbookPart()
        try XMLPartParser.read(main, of: archive, into: workbook)
        guard workbook.isWorkbook else { throw .damaged(reason: "its part “\(main)” is no workbook.") }
        let links = try Relationships.read(of: main, in: archive)

        let texts = SharedTexts(limits: limits)
        if let part = links.target(kind: "sharedStrings") { try XMLPartParser.read(part, of: archive, into: texts) }
        let styles = CellStyles()
        if let part = links.target(kind: "styles") { try XMLPartParser.read(part, of: archive, into: styles) }

        for (index, listed) in workbook.sheets.enumerated() where !listed.isHidden {
            guard let link = links.target(id: listed.relationship) else {
                throw .damaged(reason: "the sheet “\(listed.name)” has no content.")
            }
            // Charts and dialogues have tabs too.
            guard link.kind == "worksheet" else { continue }
            let builder = SheetBuilder(limits: limits, raggedRows: raggedRows)
            let part = WorksheetPart(
                texts: texts.texts, styles: styles, countsFrom1904: workbook.countsFrom1904, limits: limits,
                builder: builder)
            try XMLPartParser.read(link.target, of: archive, into: part)
            if builder.isEmpty { continue }
            let others = workbook.sheets.enumerated().filter {
                $0.offset != index && $0.element.name != WorkbookAbout.sheetName
                    && links.target(id: $0.element.relationship)?.kind == "worksheet"
            }.map(\.element.name)
            return builder.sheet(named: listed.name).adding(
                others.isEmpty ? [] : [.otherSheets(read: listed.name, others: Array(others.prefix(20)))])
        }
        throw .isEmpty
    }

    /// What the zip is when it is no workbook.
    static func otherKind(_ archive: ZipArchive) throws(WorkbookError) -> WorkbookError? {
        if archive.has("xl/workbook.bin") { return .otherFormat(kind: "a binary Excel workbook (.xlsb)") }
        if archive.has("[Content_Types].xml") {
            if archive.has("word/document.xml") { return .otherFormat(kind: "a Word document") }
            if archive.has("ppt/presentation.xml") { return .otherFormat(kind: "a PowerPoint presentation") }
            return nil
        }
        if archive.has("mimetype"), archive.has("content.xml") {
            return .otherFormat(kind: "an OpenDocument file (.ods)")
        }
        if archive.has("Index/Document.iwa") { return .otherFormat(kind: "a Numbers document") }
        return archive.has("xl/workbook.xml") ? nil : .isArchive
    }

    private static func compoundFileKind(_ bytes: [UInt8]) -> WorkbookError {
        let data = Data(bytes)
        func has(_ name: String) -> Bool {
            let utf16 = Data(name.utf8.flatMap { [$0, 0] })
            return data.range(of: utf16) != nil
        }
        if has("EncryptedPackage") { return .isProtected }
        if has("WordDocument") { return .otherFormat(kind: "an old Word file (.doc)") }
        return .otherFormat(kind: "an old Excel file (.xls)")
    }
}
