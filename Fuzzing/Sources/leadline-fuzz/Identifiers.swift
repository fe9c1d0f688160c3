import Assessment
import Spreadsheets

/// What is taken is 13 (7, 6) characters of the right kind, and taken again as it is.
func fuzzIdentifiers(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let upn = try? UPN(text) {
        must(upn.text.utf8.count == 13, "A UPN has \(upn.text.utf8.count) characters.")
        must((try? UPN(upn.text)) == upn, "A UPN is not taken again.")
        must(UPN.checkLetter(for: String(upn.text.dropFirst())) == upn.text.first, "A check letter is wrong.")
    }
    _ = UPN.checkLetter(for: text)
    if let number = try? DfENumber(text) {
        must((try? DfENumber(number.description)) == number, "A DfE number changes.")
    }
    if let urn = try? URN(text) { must((try? URN(urn.description)) == urn, "A URN changes.") }
    if let date = CalendarDate(iso: text) { must(CalendarDate(iso: date.description) == date, "A date changes.") }
    _ = DateParts(text)
}
