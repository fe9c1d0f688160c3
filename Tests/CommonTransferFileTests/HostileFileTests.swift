import CommonTransferFile
import Testing
import TextFiles

@Suite struct HostileFileTests {
    @Test(arguments: [
        "<!DOCTYPE CTfile>",
        "<!DOCTYPE CTfile SYSTEM \"file:///etc/passwd\">",
        "<!DOCTYPE CTfile PUBLIC \"-//X//Y\" \"http://example.org/x.dtd\">",
        "<!DOCTYPE CTfile [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        """
        <!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
        """,
    ])
    func `a document type is refused before anything in it is looked at`(declaration: String) {
        let text = "<?xml version=\"1.0\"?>\n\(declaration)\n" + file(pupils: "<Pupil><Surname>&c;</Surname></Pupil>")
        #expect(throws: CTFError.documentType(line: 2)) { try read(text) }
    }

    @Test
    func `an entity that is not one of the five is refused`() throws {
        let error = #expect(throws: CTFError.self) {
            try read(file(pupils: "<Pupil><Surname>&eacute;</Surname></Pupil>"))
        }
        let message = try #require(error?.message)
        #expect(message.contains("named character"), "\(message)")
    }

    @Test
    func `nesting beyond the limit is refused, up to it is not`() throws {
        let deep = String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000)
        #expect(throws: CTFError.tooDeep(line: 1, limit: 64)) { try read(file(pupils: deep)) }
        let inside = String(repeating: "<a>", count: 62) + String(repeating: "</a>", count: 62)
        #expect(try read(file(pupils: inside)).pupils.isEmpty)
        #expect(throws: CTFError.tooDeep(line: 1, limit: 64)) { try read(file(pupils: "<a>\(inside)</a>")) }
    }

    @Test
    func `a text beyond the limit is refused wherever it stands`() {
        let long = String(repeating: "x", count: 65_537)
        #expect(throws: CTFError.textTooLong(line: 1, element: "Surname", limit: 65_536)) {
            try read(file(pupils: "<Pupil><Surname>\(long)</Surname></Pupil>"))
        }
        #expect(throws: CTFError.textTooLong(line: 1, element: nil, limit: 65_536)) {
            try read(file(pupils: "<Pupil><SuppInfo><Note><![CDATA[\(long)]]></Note></SuppInfo></Pupil>"))
        }
    }

    @Test
    func `a pupil without end is refused`() {
        let records = String(repeating: "<StageAssessment/>", count: 101)
        let pupil = "<Pupil><StageAssessments><KeyStage>\(records)</KeyStage></StageAssessments></Pupil>"
        #expect(throws: CTFError.pupilTooLarge(line: 1, limit: 100)) {
            try read(file(pupils: pupil), limits: CTFLimits(entriesPerPupil: 100))
        }
    }

    @Test
    func `another root is refused by its name`() throws {
        #expect(throws: CTFError.wrongRoot(found: "html", line: 1)) { try read("<html><CTfile/></html>") }
        let error = #expect(throws: CTFError.wrongRoot(found: "ATfile", line: 1)) { try read("<ATfile/>") }
        #expect(error?.message.contains("admissions") == true)
    }

    @Test
    func `what is not XML is refused in plain words`() {
        #expect(throws: CTFError.notXML) { try read("UPN,Surname\nA,B\n") }
        #expect(throws: CTFError.unreadable(.empty)) { try read("") }
        #expect(throws: CTFError.unreadable(.notText(kind: "an Excel workbook or a zip file"))) {
            try read(TextInput([0x50, 0x4B, 0x03, 0x04, 0, 0]))
        }
        #expect(throws: CTFError.unreadable(.nulByte(offset: 8))) { try read("<CTfile>\u{0}</CTfile>abcdef") }
        #expect(throws: CTFError.unreadable(.tooLarge(limit: 10))) { try read(file(), limits: CTFLimits(bytes: 10)) }
        #expect(throws: CTFError.unreadable(.cannotOpen(path: "/nowhere.xml"))) {
            try read(TextInput(path: "/nowhere.xml"))
        }
    }

    @Test
    func `broken XML is refused with its line and a reason`() throws {
        let cases: [(String, String)] = [
            ("<CTfile>\n<Header></Heder></CTfile>", "another name"),
            ("<CTfile>\n<Header>a & b</Header></CTfile>", "&amp;"),
            ("<CTfile>\n<Header>\u{1}</Header></CTfile>", "character"),
            ("<CTfile>\n<Header>&#0;</Header></CTfile>", "character"),
            ("<CTfile>\n<Header>< b</Header></CTfile>", "&lt;"),
            ("<CTfile><Header/></CTfile>\n<more/>", "follows"),
            ("\n<?xml version=\"1.0\"?>\n<CTfile/>", "first thing"),
        ]
        for (text, words) in cases {
            let error = #expect(throws: CTFError.self, "\(text)") { try read(text) }
            guard case .notWellFormed(let line, let column, let reason) = error else {
                Issue.record("\(text) gave \(String(describing: error))")
                continue
            }
            #expect(line == 2, "\(text)")
            #expect(column >= 1)
            #expect(reason.contains(words), "\(text): \(reason)")
        }
    }

    @Test
    func `an encoding that is not taken is named`() {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-7\"?>\(file())"
        #expect(throws: CTFError.unsupportedEncoding(name: "UTF-7")) { try read(text) }
    }

    @Test
    func `no header or two headers are refused`() {
        #expect(throws: CTFError.headerMissing) { try read("<CTfile><CTFpupilData/></CTfile>") }
        #expect(throws: CTFError.repeatedHeader(line: 2)) { try read("<CTfile><Header/>\n<Header/></CTfile>") }
    }

    @Test(arguments: ["8209991_KS2_NAALLLL_001", "8209991_CTF_8209992_001"])
    func `a file cut off anywhere is refused and nothing breaks`(name: String) throws {
        let whole = try sample(name)
        let lines = String(decoding: whole, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let last = whole.count - 3
        for length in Array(stride(from: 1, to: last, by: 97)) + [last - 1] {
            let cut = Array(whole.prefix(length))
            #expect(throws: CTFError.self, "\(length) bytes") { try read(TextInput(cut)) }
        }
        #expect(throws: CTFError.truncated(line: 54)) {
            try read(lines.prefix(54).joined(separator: "\n") + "\n")
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `a file with damaged bytes is read or refused, never more`(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        var bytes = try sample("8209991_KS2_NAALLLL_001")
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        do {
            let file = try read(TextInput(bytes))
            #expect(file.summary.pupils == file.pupils.count)
        } catch is CTFError {
            // Refused: as good.
        }
    }

    @Test
    func `an error of the caller ends the reading and comes out`() throws {
        struct Enough: Error {}
        let bytes = try sample("8209991_KS2_NAALLLL_001")
        var pupils = 0
        #expect(throws: Enough.self) {
            try CTFReader.read(
                TextInput(bytes), onHeader: { _ in },
                onPupil: { _ in
                    pupils += 1
                    throw Enough()
                })
        }
        #expect(pupils == 1)
    }
}
