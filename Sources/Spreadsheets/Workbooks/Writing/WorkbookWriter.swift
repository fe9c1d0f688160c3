import CXLSXWriter
import Foundation

/// Writes a ``Workbook`` by libxlsxwriter in its constant-memory mode: a row is on disk before the next begins.
///
/// Every text goes out as a string cell, so none can run as a formula or become a link, whatever it begins with.
struct WorkbookWriter: ~Copyable {
    private static let maximumRows = 1_048_576
    private static let maximumColumns = 16_384

    private let book: UnsafeMutablePointer<lxw_workbook>
    private var isClosed = false
    private var formats: [String: UnsafeMutablePointer<lxw_format>] = [:]
    private var names = SheetNames()

    static func bytes(of workbook: Workbook) throws(WorkbookWriteError) -> [UInt8] {
        let folder = try privateFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = "\(folder)/workbook.xlsx"
        var writer = try WorkbookWriter(path: path, temporaryFolder: folder)
        writer.setProperties(workbook.about)
        // The name is given out before the others, so that an import knows the sheet by it.
        let aboutName = writer.names.name(WorkbookAbout.sheetName)
        for sheet in workbook.sheets { try writer.add(sheet) }
        try writer.add(workbook.about, name: aboutName)
        try writer.close()
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .notWritten(reason: "the finished file is gone")
        }
        return [UInt8](data)
    }

    /// The file holds pupils' names: only this user may look into the folder.
    private static func privateFolder() throws(WorkbookWriteError) -> String {
        var template = Array("\(NSTemporaryDirectory())/leadline-xlsx-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw .notWritten(reason: String(cString: strerror(errno)))
        }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private init(path: String, temporaryFolder: String) throws(WorkbookWriteError) {
        let book = temporaryFolder.withCString { folder in
            // The library copies the path and only reads it.
            var options = lxw_workbook_options(
                constant_memory: 1, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 0)
            return workbook_new_opt(path, &options)
        }
        guard let book else { throw .notWritten(reason: "no memory is left") }
        self.book = book
    }

    deinit {
        if !isClosed { lxw_workbook_free(book) }
    }

    /// Finishes the file. The library's memory is freed whether that succeeds or not.
    private mutating func close() throws(WorkbookWriteError) {
        isClosed = true
        let error = workbook_close(book)
        guard error == LXW_NO_ERROR else {
            throw .notWritten(reason: lxw_strerror(error).map { String(cString: $0) } ?? "error \(error.rawValue)")
        }
    }

    private func setProperties(_ about: WorkbookAbout) {
        let title = Self.cut(CellText.escaped(about.title), to: 255)
        title.withCString { title in
            "Leadline".withCString { author in
                var properties = lxw_doc_properties()
                properties.title = UnsafeMutablePointer(mutating: title)
                properties.author = UnsafeMutablePointer(mutating: author)
                // 0 would mean the present moment, and the same workbook would have other bytes each time.
                properties.created = time_t(max(about.createdAt, 1))
                workbook_set_properties(book, &properties)
            }
        }
    }

    // MARK: Sheets

    private mutating func add(_ sheet: WorkbookSheet) throws(WorkbookWriteError) {
        let name = names.name(sheet.name)
        guard sheet.table.rows.count < Self.maximumRows else {
            throw .tooManyRows(sheet: name, limit: Self.maximumRows - 1)
        }
        guard sheet.table.headings.count <= Self.maximumColumns else {
            throw .tooManyColumns(sheet: name, limit: Self.maximumColumns)
        }
        let page = try newSheet(name)
        for (column, width) in ColumnWidths.widths(of: sheet.table).enumerated() {
            worksheet_set_column(page, UInt16(column), UInt16(column), width, nil)
        }
        worksheet_freeze_panes(page, 1, UInt16(min(sheet.frozenColumns, sheet.table.headings.count)))
        worksheet_repeat_rows(page, 0, 0)
        worksheet_set_landscape(page)
        worksheet_set_paper(page, 9)
        worksheet_fit_to_pages(page, 1, 0)
        // In a head, & begins a command.
        let head = Self.cut(sheet.title.replacing("&", with: "&&"), to: 200)
        worksheet_set_header(page, "&L\(CellText.escaped(head))&RPage &P of &N")

        let bold = format("bold") { format_set_bold($0) }
        for (column, heading) in sheet.table.headings.enumerated() {
            try write(.text(heading), to: page, name, row: 0, column: column, format: bold)
        }
        for (index, cells) in sheet.table.rows.enumerated() {
            for (column, cell) in cells.enumerated().prefix(sheet.table.headings.count) {
                try write(cell, to: page, name, row: index + 1, column: column)
            }
        }
    }

    private mutating func add(_ about: WorkbookAbout, name: String) throws(WorkbookWriteError) {
        let page = try newSheet(name)
        let bold = format("bold") { format_set_bold($0) }
        let wrapped = format("wrapped") { format in
            format_set_text_wrap(format)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        }
        worksheet_set_column(page, 0, 0, 24, nil)
        worksheet_set_column(page, 1, 1, 80, nil)
        try write(.text(about.title), to: page, name, row: 0, column: 0, format: bold)
        for (index, line) in about.lines.enumerated() {
            try write(.text(line.name), to: page, name, row: index + 2, column: 0, format: wrapped)
            try write(.text(line.value), to: page, name, row: index + 2, column: 1, format: wrapped)
        }
    }

    private func newSheet(_ name: String) throws(WorkbookWriteError) -> UnsafeMutablePointer<lxw_worksheet> {
        guard let page = workbook_add_worksheet(book, name) else {
            throw .notWritten(reason: "the sheet “\(name)” could not be added")
        }
        return page
    }

    // MARK: Cells

    private mutating func write(
        _ cell: TableCell, to page: UnsafeMutablePointer<lxw_worksheet>, _ sheet: String, row: Int, column: Int,
        format: UnsafeMutablePointer<lxw_format>? = nil
    ) throws(WorkbookWriteError) {
        let place = (row: UInt32(row), column: UInt16(column))
        var error = LXW_NO_ERROR
        switch cell.shown {
        case .empty: return
        case .text(let text):
            guard !text.isEmpty else { return }
            let escaped = CellText.escaped(text)
            guard escaped.utf16.count <= CellText.limit else {
                throw .textTooLong(
                    sheet: sheet, cell: CellName.name(row: row + 1, column: column + 1), limit: CellText.limit)
            }
            error = worksheet_write_string(page, place.row, place.column, escaped, format)
        case .integer(let number):
            // A number of Excel has 15 digits; a longer one would silently become another.
            guard abs(number) < 1_000_000_000_000_000 else {
                try write(.text(String(number)), to: page, sheet, row: row, column: column, format: format)
                return
            }
            error = worksheet_write_number(page, place.row, place.column, Double(number), format)
        case .decimal(let number, let places):
            guard number.isFinite else { return }
            let shown = numberFormat(places > 0 ? "0.\(String(repeating: "0", count: places))" : "0")
            error = worksheet_write_number(page, place.row, place.column, number, shown)
        case .percent(let number, let places):
            guard number.isFinite else { return }
            let shown = numberFormat(places > 0 ? "0.\(String(repeating: "0", count: places))%" : "0%")
            error = worksheet_write_number(page, place.row, place.column, number / 100, shown)
        case .date(let date):
            // Before March 1900 Excel counts a day that never was.
            guard date.year > 1900 else {
                try write(.text(date.iso), to: page, sheet, row: row, column: column, format: format)
                return
            }
            var value = lxw_datetime()
            value.year = Int32(date.year)
            value.month = Int32(date.month)
            value.day = Int32(date.day)
            error = worksheet_write_datetime(page, place.row, place.column, &value, numberFormat("dd/mm/yyyy"))
        }
        guard error == LXW_NO_ERROR else {
            throw .notWritten(reason: lxw_strerror(error).map { String(cString: $0) } ?? "error \(error.rawValue)")
        }
    }

    private mutating func numberFormat(_ code: String) -> UnsafeMutablePointer<lxw_format>? {
        format(code) { format_set_num_format($0, code) }
    }

    /// A format made once a workbook. The library owns it.
    private mutating func format(_ key: String, _ set: (UnsafeMutablePointer<lxw_format>) -> Void)
        -> UnsafeMutablePointer<lxw_format>?
    {
        if let known = formats[key] { return known }
        guard let format = workbook_add_format(book) else { return nil }
        set(format)
        formats[key] = format
        return format
    }

    private static func cut(_ text: String, to length: Int) -> String {
        var text = text
        while text.utf16.count > length { text.removeLast() }
        return text
    }
}
