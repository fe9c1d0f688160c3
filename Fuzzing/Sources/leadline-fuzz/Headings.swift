import Spreadsheets

private let fields = [
    KnownField(id: "upn", names: ["UPN", "Unique pupil number"]),
    KnownField(id: "surname", names: ["Surname", "Family name", "Last name"]),
    KnownField(id: "forename", names: ["Forename", "First name", "FORENAMES"]),
    KnownField(id: "born", names: ["DOB", "Date of birth"]),
    KnownField(id: "reading", names: ["READMRK", "Reading mark", "Reading (paper)"]),
    KnownField(id: "gps1", names: ["GPSPAPER1MRK", "GPS paper 1"]),
]

/// Headings are given to fields, each column to one field at most, or refused with words.
///
/// Lines are headings; a line `heading = field` is a choice for it.
func fuzzHeadings(_ bytes: [UInt8]) {
    var headings: [String] = []
    var choices: [String: String] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
        let halves = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        headings.append(halves[0])
        if halves.count > 1 { choices[halves[0]] = halves[1] }
    }
    for heading in headings {
        let folded = HeadingMap.folded(heading)
        must(HeadingMap.folded(folded) == folded, "Folding twice is not folding once: \(heading)")
    }
    do {
        let map = try HeadingMap(headings: headings, fields: fields, overrides: choices)
        must(map.fieldIDs.count == headings.count, "A heading was lost.")
        let meant = map.fieldIDs.compactMap(\.self)
        must(Set(meant).count == meant.count, "Two columns hold one field.")
        for field in fields {
            let column = map.column(of: field.id)
            must(column.map { map.fieldIDs[$0] == field.id } ?? !meant.contains(field.id), "A column is another's.")
        }
        let blanks = headings.count { $0.isEmpty }
        must(
            meant.count + map.unknown.count + map.ignored.count + blanks == headings.count,
            "A heading is neither taken nor named.")
    } catch {
        must(!error.message.isEmpty, "A refusal has no words.")
    }
}
