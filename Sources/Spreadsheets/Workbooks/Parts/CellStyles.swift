/// How the numbers of cells are shown, by the number of their style.
final class CellStyles: XMLPartHandler {
    private(set) var failure: WorkbookError?
    private var codes: [Int: NumberForm] = [:]
    private var styles: [NumberForm] = []
    private var isInCellStyles = false

    /// The form of a style; general for a number that is not in the list.
    func form(_ style: Int) -> NumberForm {
        styles.indices.contains(style) ? styles[style] : .general
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "numFmt" {
            guard codes.count < 10_000, let id = attributes.number("numFmtId"), let code = attributes["formatCode"]
            else { return }
            codes[id] = NumberForm(code: code)
        } else if name == "cellXfs" {
            isInCellStyles = true
        } else if isInCellStyles, name == "xf" {
            guard styles.count < 100_000 else {
                failure = .damaged(reason: "it has more cell styles than a workbook has.")
                return
            }
            let id = attributes.number("numFmtId") ?? 0
            styles.append(codes[id] ?? NumberForm(builtIn: id))
        }
    }

    func end(_ name: XMLName) {
        if name == "cellXfs" { isInCellStyles = false }
    }
}
