/// The main part of a workbook: its sheets in the order of their tabs, and from which day its dates count.
final class WorkbookPart: XMLPartHandler {
    struct Listed {
        var name: String
        var relationship: String
        var isHidden: Bool
    }

    private(set) var sheets: [Listed] = []
    private(set) var countsFrom1904 = false
    private(set) var isWorkbook = false
    private(set) var failure: WorkbookError?

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "workbook" {
            isWorkbook = true
        } else if name == "workbookPr" {
            countsFrom1904 = attributes.flag("date1904")
        } else if name == "sheet" {
            guard sheets.count < 10_000 else {
                failure = .damaged(reason: "it has more sheets than a workbook has.")
                return
            }
            let state = attributes["state"] ?? "visible"
            sheets.append(
                Listed(
                    name: attributes["name"] ?? "Sheet \(sheets.count + 1)", relationship: attributes["id"] ?? "",
                    isHidden: state != "visible"))
        }
    }
}
