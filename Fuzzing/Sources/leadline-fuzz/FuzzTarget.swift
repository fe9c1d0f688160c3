/// What can be fuzzed: everything that takes in bytes or text from outside.
enum FuzzTarget: String, CaseIterable {
    case ctf, sheet, workbook, headings, values, identifiers, multipart

    func run(_ bytes: [UInt8]) {
        switch self {
        case .ctf: fuzzCTF(bytes)
        case .sheet: fuzzSheet(bytes)
        case .workbook: fuzzWorkbook(bytes)
        case .headings: fuzzHeadings(bytes)
        case .values: fuzzValues(bytes)
        case .identifiers: fuzzIdentifiers(bytes)
        case .multipart: fuzzMultipart(bytes)
        }
    }
}

/// Ends the run, which libFuzzer then keeps, when something that must hold does not.
func must(_ holds: Bool, _ what: @autoclosure () -> String) {
    if !holds { fatalError(what()) }
}
