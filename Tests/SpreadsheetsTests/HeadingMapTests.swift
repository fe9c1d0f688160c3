import Spreadsheets
import Testing

private let fields = [
    KnownField(id: "upn", names: ["UPN", "Unique pupil number"]),
    KnownField(id: "surname", names: ["Surname", "Last name"]),
    KnownField(id: "date-of-birth", names: ["DOB", "Date of birth"]),
    KnownField(id: "reading.scaled", names: ["READSCORE"]),
]

@Suite struct HeadingMapTests {
    @Test
    func `headings are known whatever their case, blanks and punctuation`() throws {
        let map = try HeadingMap(
            headings: ["u.p.n.", "LAST_NAME", "Date of Birth:", "read score", "Shoe size"], fields: fields)
        #expect(map.fieldIDs == ["upn", "surname", "date-of-birth", "reading.scaled", nil])
        #expect(map.unknown == ["Shoe size"])
        #expect(map.ignored.isEmpty)
        #expect(map.column(of: "surname") == 1)
        #expect(map.column(of: "forename") == nil)
        let row = SheetRow(line: 2, fields: [" A1 ", "Smith", "", "104", "33"])
        #expect(map.value("upn", in: row) == "A1")
        #expect(map.value("date-of-birth", in: row) == "")
        #expect(map.value("forename", in: row) == nil)
    }

    @Test
    func `a field's own id is one of its names`() throws {
        #expect(try HeadingMap(headings: ["Reading scaled"], fields: fields).fieldIDs == ["reading.scaled"])
    }

    @Test
    func `a choice goes before the names, and empty text ignores a column`() throws {
        let map = try HeadingMap(
            headings: ["UPN", "Old UPN", "Family"], fields: fields,
            overrides: ["UPN": "", "old_upn": "upn", "Family": "surname"])
        #expect(map.fieldIDs == [nil, "upn", "surname"])
        #expect(map.ignored == ["UPN"])
        #expect(map.unknown.isEmpty)
    }

    @Test
    func `two headings for one field, and choices that do not fit, are refused`() {
        #expect(throws: HeadingMapError.sameField(fieldID: "surname", headings: ["Surname", "Last name"])) {
            try HeadingMap(headings: ["Surname", "Last name"], fields: fields)
        }
        #expect(throws: HeadingMapError.unknownHeading("Nowhere")) {
            try HeadingMap(headings: ["UPN"], fields: fields, overrides: ["Nowhere": "upn"])
        }
        #expect(throws: HeadingMapError.unknownField(heading: "UPN", fieldID: "shoe")) {
            try HeadingMap(headings: ["UPN"], fields: fields, overrides: ["UPN": "shoe"])
        }
    }

    @Test
    func `a signature does not depend on order, case or empty headings`() throws {
        let one = HeadingMap.signature(of: ["UPN", "Last name", ""])
        #expect(one == HeadingMap.signature(of: ["last_name", "upn"]))
        #expect(one != HeadingMap.signature(of: ["last_name", "upn", "x"]))
        #expect(try HeadingMap(headings: ["Last name", "UPN"], fields: fields).signature == one)
    }

    @Test
    func `a heading of signs only keeps them`() {
        #expect(HeadingMap.folded("%") == "%")
        #expect(HeadingMap.folded("Élève n° 1") == "élèven1")
    }
}
