/// The cells of a sheet, row by row, as text.
final class WorksheetPart: XMLPartHandler {
    /// A cell with something in it; the column counts from 1.
    struct Cell {
        var column: Int
        var text: String
    }

    private(set) var failure: WorkbookError?
    private let texts: [String]
    private let styles: CellStyles
    private let countsFrom1904: Bool
    private let limits: WorkbookLimits
    private let builder: SheetBuilder

    private var row = 0
    private var column = 0
    private var cells: [Cell] = []
    private var type: [UInt8] = []
    private var style = 0
    private var value: [UInt8] = []
    private var hasValue = false
    private var hasFormula = false
    private var isInValue = false
    private var isInline = false
    private var phoneticDepth = 0

    init(
        texts: [String], styles: CellStyles, countsFrom1904: Bool, limits: WorkbookLimits, builder: SheetBuilder
    ) {
        self.texts = texts
        self.styles = styles
        self.countsFrom1904 = countsFrom1904
        self.limits = limits
        self.builder = builder
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "c" {
            startCell(attributes)
        } else if name == "v" {
            isInValue = true
        } else if name == "f" {
            hasFormula = true
        } else if name == "is" {
            isInline = true
        } else if name == "t" {
            isInValue = isInline && phoneticDepth == 0
        } else if name == "rPh" {
            phoneticDepth += 1
        } else if name == "row" {
            startRow(attributes)
        } else if name == "mergeCell" {
            if let area = attributes["ref"] { builder.addMerged(area) }
        }
    }

    func end(_ name: XMLName) {
        if name == "c" {
            endCell()
        } else if name == "v" || name == "t" {
            isInValue = false
        } else if name == "is" {
            isInline = false
        } else if name == "rPh" {
            phoneticDepth -= 1
        } else if name == "row" {
            finishRow()
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard isInValue else { return }
        hasValue = true
        guard value.count + bytes.count <= limits.fieldBytes else {
            failure = .textTooLong(cell: CellName.name(row: row, column: column), limit: limits.fieldBytes)
            return
        }
        value.append(contentsOf: bytes)
    }

    // MARK: Rows

    private func startRow(_ attributes: XMLAttributes) {
        let number = attributes.number("r") ?? row + 1
        guard number > row, number <= 1_048_576 else {
            failure = .damaged(reason: "row \(number) does not follow row \(row).")
            return
        }
        row = number
        column = 0
        cells.removeAll(keepingCapacity: true)
    }

    private func finishRow() {
        do throws(WorkbookError) { try builder.add(cells, row: row) } catch { failure = error }
    }

    // MARK: Cells

    private func startCell(_ attributes: XMLAttributes) {
        if let name = attributes.bytes("r") {
            guard let place = CellName.parse(name), place.row == row, place.column > column else {
                failure = .damaged(
                    reason: "in row \(row) a cell is called “\(String(decoding: name.prefix(20), as: UTF8.self))”.")
                return
            }
            column = place.column
        } else {
            column += 1
        }
        type = attributes.bytes("t").map { Array($0.prefix(16)) } ?? []
        style = attributes.number("s") ?? 0
        value.removeAll(keepingCapacity: true)
        hasValue = false
        hasFormula = false
        isInValue = false
        isInline = false
        phoneticDepth = 0
    }

    private func endCell() {
        guard hasValue else {
            if hasFormula { builder.noteFormulaWithoutValue(row: row, column: column) }
            return
        }
        let written = String(decoding: value, as: UTF8.self)
        let text: String
        switch String(decoding: type, as: UTF8.self) {
        case "s":
            guard let index = Int(Blanks.trimmed(written)), texts.indices.contains(index) else {
                failure = .damaged(
                    reason: "cell \(CellName.name(row: row, column: column)) points to a text that is not there.")
                return
            }
            text = texts[index]
        case "b": text = written == "1" || written == "true" ? "TRUE" : "FALSE"
        case "str", "inlineStr": text = CellText.unescaped(written)
        case "e": text = written
        case "d":
            // A date written out; midnight is no part of it.
            text = written.hasSuffix("T00:00:00") ? String(written.dropLast(9)) : written
        default: text = styles.form(style).text(Blanks.trimmed(written), countsFrom1904: countsFrom1904)
        }
        guard !text.isEmpty else { return }
        guard text.utf8.count <= limits.fieldBytes else {
            failure = .textTooLong(cell: CellName.name(row: row, column: column), limit: limits.fieldBytes)
            return
        }
        cells.append(Cell(column: column, text: text))
    }
}
