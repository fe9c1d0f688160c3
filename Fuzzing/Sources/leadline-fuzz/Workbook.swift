import Spreadsheets
import TextFiles

/// A workbook is read within its limits or refused with words, and reads the same twice.
func fuzzWorkbook(_ bytes: [UInt8]) {
    let first = read(bytes)
    must(read(bytes) == first, "It reads otherwise the second time.")
    if let first { checkShape(first) }
}

private func read(_ bytes: [UInt8]) -> Sheet? {
    do {
        return try WorkbookReader.read(bytes)
    } catch {
        must(!error.message.isEmpty, "A refusal has no words.")
        return nil
    }
}
