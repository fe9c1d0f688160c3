import Assessment
import CommonTransferFile
import Testing
import TextFiles

@Suite struct CTFCodesTests {
    private let codes: CTFCodes

    init() throws { codes = try CTFCodes.load() }

    private func match(_ tuple: String, _ year: Int, status: String = "R") -> CTFMatch {
        let parts = tuple.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let codes = CTFCodeTuple(
            stage: parts[0], subject: parts[1], method: parts[2], component: parts[3], status: status,
            qualifier: parts[4])
        return self.codes.match(codes, year: year)
    }

    @Test(arguments: [
        ("EYF/COM/FA/E01/FD", 2026, CTFTarget.column(.eyfsp, "e01")),
        ("EYF/EXP/FA/E17/FD", 2022, .column(.eyfsp, "e17")),
        ("KS1/PHO/TT/CHK/NM", 2026, .phonicsMark), ("KS1/PHO/TT/CHK/NY", 2021, .phonicsOutcome),
        ("KS1/ENG/TA/WRI/NC", 2019, .column(.ks1, "writing.ta")),
        ("KS1/ENG/TT/SPE/NM", 2018, .column(.ks1, "gps.paper1")),
        ("KS2/MAT/TT/MTC/MT", 2026, .column(.mtc, "mark")), ("KS2/ENG/TA/WRI/NC", 2026, .column(.ks2, "writing.ta")),
        ("KS2/SCI/TA/SCI/NC", 2026, .column(.ks2, "science.ta")),
        ("KS2/ENG/TA/REA/NC", 2026, .column(.ks2, "reading.ta")),
        ("KS2/MAT/TA/MAT/NC", 2026, .column(.ks2, "mathematics.ta")),
        ("ks2/eng/ta/wri/nc", 2026, .column(.ks2, "writing.ta")),
    ])
    func `confirmed and inferred codes lead to their column`(tuple: String, year: Int, target: CTFTarget) {
        let match = match(tuple, year)
        #expect(match.target == target)
        #expect(match.entry != nil)
        #expect(!match.isUnderOtherStage)
    }

    @Test(arguments: ["NM", "NS", "NC", "SC", "XY", ""])
    func `a key stage 2 test is known by subject and component, whatever its qualifier`(qualifier: String) {
        #expect(match("KS2/ENG/TT/REA/\(qualifier)", 2026).target == .keyStage2Test(.reading))
        #expect(match("KS2/ENG/TT/GPS/\(qualifier)", 2016).target == .keyStage2Test(.gps))
        #expect(match("KS2/MAT/TT/MAT/\(qualifier)", 2025).target == .keyStage2Test(.mathematics))
        #expect(match("KS2/MAT/TT/ENG/\(qualifier)", 2025).target == .unknown)
    }

    @Test
    func `years decide between editions`() {
        #expect(match("KS2/ENG/TT/GPS/NL", 2014).target == .keptOnly(meaning: "KS2 GPS test level"))
        #expect(match("KS2/ENG/TT/REA/NL", 2014).target == .unknown)
        #expect(match("EYF/COM/FA/G01/FD", 2020).target != .unknown)
        #expect(match("EYF/COM/FA/G01/FD", 2023).target == .unknown)
        #expect(match("EYF/COM/FA/E01/FD", 2021).target == .unknown)
        #expect(match("KS1/ENG/TA/REA/NC", 2015).target == .unknown)
        #expect(match("KS1/ENG/TA/REA/NC", 2024).entry?.confidence == .inferred)
    }

    @Test
    func `a record under another stage is known when its codes belong to one stage only`() {
        #expect(match("KS2/PHO/TT/CHK/NM", 2026).target == .phonicsMark)
        #expect(match("KS2/PHO/TT/CHK/NM", 2026).isUnderOtherStage)
        #expect(match("KS1/MAT/TT/MTC/MT", 2026).target == .column(.mtc, "mark"))
        #expect(match("Y06/ENG/TA/WRI/NC", 2020).target == .unknown, "key stage 1 and 2 both have it")
        #expect(match("EYF/XXX/FA/E01/FD", 2026).target == .unknown)
    }

    @Test
    func `estimates and targets are never results, provisional results are`() {
        #expect(match("KS2/ENG/TA/WRI/NC", 2026, status: "E").target == .notAResult(status: "E"))
        #expect(match("KS2/ENG/TT/REA/NC", 2026, status: "T").target == .notAResult(status: "T"))
        #expect(match("KS2/ENG/TA/WRI/NC", 2026, status: "P").target == .column(.ks2, "writing.ta"))
        #expect(match("KS2/ENG/TA/WRI/NC", 2026, status: "").target == .column(.ks2, "writing.ta"))
    }

    @Test
    func `without a year nothing is known`() {
        let record = CTFRecord(
            codes: CTFCodeTuple(stage: "KS2", subject: "ENG", method: "TA", component: "WRI", qualifier: "NC"),
            yearText: "26", result: "EXS")
        #expect(record.year == nil)
        #expect(codes.match(record).target == .unknown)
    }

    @Test
    func `a guess is never written out`() {
        #expect(codes.entryForExport(.ks2, "writing.ta", year: 2026)?.tuple.title == "KS2 ENG/TA/WRI/NC")
        #expect(codes.entryForExport(.eyfsp, "e10", year: 2026)?.tuple.title == "EYF LIT/FA/E10/FD")
        #expect(codes.entryForExport(.ks1, "reading.ta", year: 2015) == nil)
        #expect(codes.entryForExport(.ks2, "reading.scaled", year: 2026) == nil)
        #expect(codes.entries.filter { $0.confidence == .guess }.allSatisfy { $0.column == nil })
    }

    @Test
    func `every record of every sample is known`() throws {
        for name in [
            "8209991_CTF_8209992_001", "8209991_FSP_820LLLL_001", "8209991_KS2_NAALLLL_001", "8209991_MTC_8209991_001",
        ] {
            for record in try read(TextInput(sample(name))).records {
                let match = codes.match(record)
                let isEarlyCheck = record.component == "MTC" && (record.year ?? 0) < 2022
                #expect(match.target != .unknown || isEarlyCheck, "\(name): \(record.short)")
                #expect(!match.isUnderOtherStage)
            }
        }
    }

    @Test
    func `a later line goes before an earlier one, and a broken table is refused by line`() throws {
        let head =
            "stage,subject,method,component,qualifier,valid_from_year,valid_to_year,values,meaning,confidence,assessment,column"
        let line = "KS2,ENG,TA,WRI,NC,2016,,x,first,confirmed,ks2,writing.ta"
        let both = try CTFCodes(csv: "\(head)\n\(line)\n\(line.replacing("first", with: "second"))\n")
        let tuple = CTFCodeTuple(stage: "KS2", subject: "ENG", method: "TA", component: "WRI", qualifier: "NC")
        #expect(both.match(tuple, year: 2026).entry?.meaning == "second")
        for broken in [
            "KS2,ENG", line.replacing("2016", with: "?"), line.replacing("confirmed", with: "sure"), line + ",x",
        ] {
            #expect(throws: CTFCodesError.malformed(line: 3)) { try CTFCodes(csv: "\(head)\n\(line)\n\(broken)\n") }
        }
        #expect(throws: CTFCodesError.malformed(line: 1)) { try CTFCodes(csv: line) }
    }

    @Test(arguments: [
        ("AS", CTFTestValue.outcome("AS")), ("ns", .outcome("NS")), ("N", .outcome("N")), ("NAA", .outcome("NAA")),
        ("104", .number(104)), ("7", .number(7)), ("097", .number(97)), ("97+", .specialConsideration(97)),
        ("", .unreadable("")),
        ("1234", .unreadable("1234")), ("10.5", .unreadable("10.5")), ("A1", .unreadable("A1")),
        ("-3", .unreadable("-3")),
    ])
    func `a test's value is letters, a number, or unreadable`(text: String, value: CTFTestValue) {
        #expect(CTFTestValue(text) == value)
    }
}
