/// Random Common Transfer Files with everything that schools' systems have been seen to write, and more.
struct WildCTF {
    /// Assessment records written so far.
    private(set) var records = 0
    /// Among which each pupil's is drawn, so that some stand in a file twice.
    var upns = [
        ImportFixture.amira, ImportFixture.ben, ImportFixture.zoe, ImportFixture.jan, UPNs.text(70), "A000", "",
        ImportFixture.amira.lowercased(),
    ]
    private var random: SplitMix

    init(seed: UInt64) { random = SplitMix(seed: seed) }

    private static let codes = [
        "KS2 ENG/TA/WRI/NC", "KS2 SCI/TA/SCI/NC", "KS2 ENG/TA/REA/NC", "KS2 MAT/TA/MAT/NC", "KS2 ENG/TT/REA/NM",
        "KS2 ENG/TT/REA/NS",
        "KS2 MAT/TT/MAT/NM", "KS2 MAT/TT/MAT/NS", "KS2 MAT/TT/MTC/MT", "KS1 PHO/TT/CHK/NM", "KS1 PHO/TT/CHK/NY",
        "KS1 ENG/TA/REA/NC", "KS1 MAT/TA/MAT/NC",
        "EYF COM/FA/E01/NC", "EYF MAT/FA/E11/NC", "EYF COM/FA/G01/NC", "KS2 ENG/TA/SPK/NL", "KS3 ENG/TA/ENG/NL",
        "KS2 XXX/YY/ZZZ/QQ", "SEN ENG/TA/ENG/NP",
    ]
    private static let results = [
        "EXS", "GDS", "WTS", "A", "B", "D", "N", "NS", "AS", "2", "1", "38", "97", "101", "110", "999", "-1", "0", "Wa",
        "Wt", "H", "Q", "97+", "",
        "&lt;b&gt;", "Zoë &amp; Co", "3c",
    ]
    private static let years = [
        "2026", "2026", "2026", "2022", "2020", "2019", "2014", "1998", "2031", "0000", "20X6", "", "2101",
    ]

    private mutating func any<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &random)]
    }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    /// Blanks as they stand between elements.
    private mutating func gap() -> String { any(["", "", "\n", "  ", "\r\n\t", "<!-- a remark -->"]) }

    private mutating func element(_ name: String, _ text: String) -> String {
        if text.isEmpty, chance(50) { return "<\(name)/>" }
        return "<\(name)>\(gap())\(text)\(gap())</\(name)>\(gap())"
    }

    private mutating func record() -> String {
        records += 1
        let parts = any(Self.codes).split { " /".contains($0) }.map(String.init)
        var elements = [
            element("Locale", any(["ENG", "ENG", "ENG", "ENG", "WAL", ""])), element("Year", any(Self.years)),
            element("Subject", parts[1]), element("Method", parts[2]), element("Component", parts[3]),
            element("ResultStatus", any(["R", "R", "R", "R", "T", "E", "P", ""])), element("ResultQualifier", parts[4]),
            element("Result", any(Self.results)),
        ]
        if chance(30) { elements.append(element("ResultDate", any(["2026-05-14", "14/05/2026", "never"]))) }
        if chance(10) { elements.append(element("Unheard", "of")) }
        elements.shuffle(using: &random)
        if chance(5) { elements.removeLast() }
        let assessment = "<StageAssessment>\(elements.joined())</StageAssessment>"
        let stage = element("Stage", parts[0])
        return chance(50) ? "<KeyStage>\(stage)\(assessment)</KeyStage>" : "<KeyStage>\(assessment)\(stage)</KeyStage>"
    }

    private mutating func pupil() -> String {
        let upn = any(upns)
        let count = Int.random(in: 0...12, using: &random)
        let assessments = (0..<count).map { _ in record() }.joined(separator: gap())
        var elements = [
            element("UPN", upn), element("Surname", any(["Ahmed", "Brook", "O&apos;Fictional-Smith", ""])),
            element("Forename", any(["Amira", "Ben", "Zo&#xEB;", ""])),
            element("DOB", any(["2014-11-01", "2014-11-02", "2015-02-30", ""])),
            element(any(["Sex", "Gender"]), any(["F", "M", "U", "?"])),
            "<StageAssessments>\(assessments)</StageAssessments>",
        ]
        elements.shuffle(using: &random)
        return "<Pupil>\(elements.joined())</Pupil>"
    }

    /// A whole file; well-formed, and of the fixture's school.
    mutating func file(pupils: ClosedRange<Int> = 0...6) -> String {
        var file = ImportedCTF(
            destination: any(["8209991", "8202001"]), qualifier: any(["partial", "full", nil]),
            version: "\(Int.random(in: 12...26, using: &random)).0")
        file.pupils = (0..<Int.random(in: pupils, using: &random)).map { _ in pupil() }
        return file.text
    }

    /// With bytes cut off, taken out, put in or changed.
    mutating func mangled(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) where bytes.count > 2 {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes.removeLast(bytes.count - place)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(any([0x3C, 0x26, 0x00, 0xFF, 0x20]), at: place)
            default: bytes[place] = any(Array(0x30...0x5A))
            }
        }
        return bytes
    }
}
