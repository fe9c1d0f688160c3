/// Packs parts into a zip without compression, so that a test can make any workbook or zip of files, however wrong.
enum ZipMaker {
    /// One entry of a zip.
    struct Part {
        var name: String
        var bytes: [UInt8]
        /// The mode of a Unix file.
        var mode = 0o100644
        /// Whether the entry says that it is encrypted.
        var isEncrypted = false

        init(_ name: String, _ text: String, mode: Int = 0o100644, isEncrypted: Bool = false) {
            self.init(name, Array(text.utf8), mode: mode, isEncrypted: isEncrypted)
        }

        init(_ name: String, _ bytes: [UInt8], mode: Int = 0o100644, isEncrypted: Bool = false) {
            self.name = name
            self.bytes = bytes
            self.mode = mode
            self.isEncrypted = isEncrypted
        }
    }

    static func zip(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        zip(parts.map { Part($0.name, $0.bytes) })
    }

    static func zip(_ parts: [Part]) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let offset = archive.count
            let checksum = crc32(part.bytes)
            let common =
                number(20, 2) + number(part.isEncrypted ? 0x0801 : 0x0800, 2) + number(0, 2) + number(0, 2)
                + number(0x21, 2)
                + number(checksum, 4) + number(part.bytes.count, 4) + number(part.bytes.count, 4)
                + number(part.name.utf8.count, 2) + number(0, 2)
            archive += number(0x0403_4B50, 4) + common + Array(part.name.utf8) + part.bytes
            directory +=
                number(0x0201_4B50, 4) + number(0x0314, 2) + common + number(0, 2) + number(0, 2) + number(0, 2)
                + number(part.mode << 16, 4) + number(offset, 4) + Array(part.name.utf8)
        }
        return archive + directory + number(0x0605_4B50, 4) + number(0, 2) + number(0, 2) + number(parts.count, 2)
            + number(parts.count, 2) + number(directory.count, 4) + number(archive.count, 4) + number(0, 2)
    }

    /// A workbook of one sheet whose rows are given as XML; parts can be replaced or (by nil) left out.
    static func workbook(_ rows: String, changing changes: [String: String?] = [:]) -> [UInt8] {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let links = "http://schemas.openxmlformats.org/package/2006/relationships"
        var parts: [(String, String)] = [
            ("[Content_Types].xml", "<Types/>"),
            (
                "_rels/.rels",
                "<Relationships xmlns=\"\(links)\"><Relationship Id=\"r1\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"\(links)\"><Relationship Id=\"r1\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"\(office)/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
            ),
            ("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\"><si><t>UPN</t></si></sst>"),
            (
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData></worksheet>"
            ),
        ]
        for (name, text) in changes {
            parts.removeAll { $0.0 == name }
            if let text { parts.append((name, text)) }
        }
        return zip(parts.map { ($0.0, Array($0.1.utf8)) })
    }

    /// A cell with a text in it.
    static func cell(_ name: String, _ text: String) -> String {
        "<c r=\"\(name)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }

    private static func number(_ value: some BinaryInteger, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: Int(value) >> ($0 * 8)) }
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }

    private static func crc32(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
    }
}
