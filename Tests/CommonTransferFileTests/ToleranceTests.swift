import Foundation
import Testing
import TextFiles

@testable import CommonTransferFile

@Suite struct ToleranceTests {
    private static let pupil = """
        <Pupil><UPN> F820999119001
        </UPN><Surname>Ångström &amp; O&#39;N&#233;&#xE9;</Surname><Forename>\u{A0}Zoë\u{A0}</Forename>\
        <DOB>2014-11-03</DOB><Gender>F</Gender></Pupil>
        """

    @Test
    func `blanks are trimmed, entities and character references are read, Gender is Sex`() throws {
        let pupil = try #require(try read(file(pupils: Self.pupil)).pupils.first)
        #expect(pupil.upn == "F820999119001")
        #expect(pupil.surname == "Ångström & O'Néé")
        #expect(pupil.forename == "Zoë")
        #expect(pupil.sex == "F")
    }

    @Test
    func `every encoding gives the same pupils`() throws {
        // given
        let text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + file(pupils: Self.pupil)
        let latin = text.replacing("Ångström", with: "Angstrom")
        let wide = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n" + file(pupils: Self.pupil)
        let windows = try #require(latin.data(using: .windowsCP1252))
        let files: [([UInt8], TextEncoding, [CTFWarning])] = [
            (Array(text.utf8), .utf8, []),
            ([0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8WithMark, []),
            ([0xFF, 0xFE] + wide.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, .utf16LittleEndian, []),
            ([0xFE, 0xFF] + wide.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, .utf16BigEndian, []),
            (wide.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, .utf16LittleEndian, []),
            (Array(wide.utf8), .utf8, [.readAs(.utf8, claimed: "UTF-16")]),
            (Array(windows), .windows1252, [.readAs(.windows1252, claimed: "utf-8")]),
            (Array(windows.dropFirst(39)), .windows1252, [.readAs(.windows1252, claimed: "UTF-8")]),
            (
                Array("<?xml version='1.0' encoding='ISO-8859-1'?>".utf8) + Array(windows.dropFirst(39)), .windows1252,
                []
            ),
        ]
        for (bytes, encoding, warnings) in files {
            // when
            let read = try read(TextInput(bytes))
            // then
            #expect(read.summary.encoding == encoding)
            #expect(read.pupils.first?.forename == "Zoë")
            #expect(read.pupils.first?.surname?.hasSuffix("& O'Néé") == true)
            #expect(read.summary.warnings == warnings, "\(encoding)")
        }
    }

    @Test(arguments: [1, 2, 3, 7, 64, 1000])
    func `where the file is cut into pieces changes nothing`(size: Int) throws {
        // given
        let bytes = try sample("8209991_CTF_8209992_001")
        let whole = try read(TextInput(bytes))
        var pupils: [CTFPupil] = []
        var progress: [Int] = []
        // when
        let summary = try CTFReader.read(
            TextInput(bytes), limits: CTFLimits(), chunkSize: size, progress: { progress.append($0) },
            onHeader: { #expect($0 == whole.header) }, onPupil: { pupils.append($0) })
        // then
        #expect(pupils == whole.pupils)
        #expect(summary == whole.summary)
        #expect(progress.last == bytes.count)
        #expect(progress == progress.sorted())
    }

    @Test(arguments: ["CTFILE", "ctfile", "CTFile"])
    func `the root in another case is read with a warning`(name: String) throws {
        let read = try read("<\(name)><Header/><CTFpupilData><Pupil/></CTFpupilData></\(name)>")
        #expect(read.summary.warnings == [.rootSpelling(found: name)])
        #expect(read.pupils == [CTFPupil(line: 1)])
    }

    @Test
    func `elements may come in any order, even the stage after its records and the header last`() throws {
        // given
        let text = """
            <CTfile><CTFpupilData><Pupil><StageAssessments><KeyStage>
            <StageAssessment><Result>EXS</Result><ResultQualifier>NC</ResultQualifier><Component>WRI</Component><Year>2026</Year>
            <Method>TA</Method><Locale>ENG</Locale><ResultStatus>R</ResultStatus><Subject>ENG</Subject></StageAssessment>
            <Stage>KS2</Stage></KeyStage></StageAssessments><Forename>Jan</Forename><UPN>A1</UPN></Pupil></CTFpupilData>
            <Header><DestSchool><Estab>LLLL</Estab><LEA>820</LEA></DestSchool><CTFversion>24.0</CTFversion></Header></CTfile>
            """
        // when
        let read = try read(text)
        // then
        #expect(read.records.map(\.short) == ["2026 KS2 ENG/TA/WRI/NC = EXS"])
        #expect(read.pupils.first?.upn == "A1")
        #expect(read.summary.version == "24.0")
        #expect(read.header?.destination.code == "820LLLL")
    }

    @Test
    func `empty elements are the same as absent ones`() throws {
        let pupil = """
            <Pupil><UPN/><Surname> </Surname><BasicDetails/><FSMhistory/><SENhistory><SEN><StartDate>2024-01-01</StartDate>
            <SENprovision>K</SENprovision><EndDate></EndDate></SEN></SENhistory><StageAssessments><KeyStage><Stage>KS2</Stage>
            <StageAssessment><Year>2026</Year><ResultDate/></StageAssessment></KeyStage></StageAssessments></Pupil>
            """
        let read = try #require(try read(file(pupils: pupil)).pupils.first)
        #expect(read.upn == nil)
        #expect(read.surname == nil)
        #expect(read.basicDetails == CTFBasicDetails())
        #expect(read.senHistory == [CTFSENPeriod(start: "2024-01-01", provision: "K")])
        #expect(read.records.map(\.short) == ["2026 KS2 /// = "])
        #expect(read.records.first?.resultDate == nil)
    }

    @Test
    func `unknown elements are counted by name, a supplier's own data is not searched`() throws {
        let pupil = """
            <Pupil><Shoe><Size>3</Size></Shoe><UPN>A1</UPN>
            <Shoe/><Hat/><SuppInfo><SuppID>X</SuppID><Anything><UPN>B2</UPN></Anything></SuppInfo>
            <BasicDetails><FormerUPN>C3</FormerUPN><FormerUPN>D4</FormerUPN><SuppInfo><SuppID>X</SuppID><Religion>Q</Religion>
            <EnglishAsAdditionalLanguage>true</EnglishAsAdditionalLanguage></SuppInfo></BasicDetails></Pupil>
            """
        let read = try read(file(pupils: pupil))
        #expect(read.pupils.first?.upn == "A1")
        #expect(read.pupils.first?.basicDetails?.formerUPNs == ["C3", "D4"])
        #expect(read.pupils.first?.basicDetails?.isEAL == true)
        #expect(
            read.summary.warnings == [
                .sectionsNotKept(["SuppInfo"]), .unknownElement(name: "Shoe", count: 2, firstLine: 1),
                .unknownElement(name: "Hat", count: 1, firstLine: 2),
            ])
    }

    @Test
    func `thousands of unknown names are counted, not listed`() throws {
        let read = try read(file(pupils: (0..<5_000).map { "<n\($0)/>" }.joined()))
        #expect(read.summary.warnings.count == 52)
        #expect(read.summary.warnings.contains(.moreUnknownElements(count: 4_950)))
        #expect(read.summary.warnings.last == .noPupils)
    }

    @Test
    func `a value given twice keeps the first and says so`() throws {
        let pupil = """
            <Pupil><Surname>One</Surname><Surname>Two</Surname><Sex>F</Sex><Gender>M</Gender>
            <BasicDetails><Ethnicity>WBRI</Ethnicity></BasicDetails><BasicDetails><Ethnicity>AIND</Ethnicity></BasicDetails></Pupil>
            <Pupil><Surname>Three</Surname></Pupil>
            """
        let read = try read(file(pupils: pupil))
        #expect(read.pupils.map(\.surname) == ["One", "Three"])
        #expect(read.pupils.first?.sex == "F")
        #expect(read.pupils.first?.basicDetails?.ethnicity == "WBRI")
        #expect(
            read.summary.warnings == [
                .repeatedElement(name: "Gender", count: 1, firstLine: 1),
                .repeatedElement(name: "Surname", count: 1, firstLine: 1),
                .repeatedElement(name: "BasicDetails", count: 1, firstLine: 2),
            ])
    }

    @Test
    func `comments, CDATA, attributes and namespaces do not disturb`() throws {
        let text = """
            <c:CTfile xmlns:c="urn:x" version="1"><!-- <Header/> --><c:Header/><c:CTFpupilData><?php x?><c:Pupil a="b">
            <c:Surname><![CDATA[A & B]]><!-- x -->C</c:Surname></c:Pupil></c:CTFpupilData></c:CTfile>
            """
        #expect(try read(text).pupils.first?.surname == "A & BC")
    }

    @Test
    func `every warning and error is a sentence`() {
        let warnings: [CTFWarning] = [
            .rootSpelling(found: "x"), .readAs(.windows1252, claimed: "UTF-8"), .moreUnknownElements(count: 2),
            .noPupils,
            .unknownElement(name: "x", count: 2, firstLine: 3), .sectionsNotKept(["a"]),
            .repeatedElement(name: "x", count: 1, firstLine: 1),
            .unreadableFlag(name: "InCare", example: "maybe", count: 2, firstLine: 7),
        ]
        let errors: [CTFError] = [
            .unreadable(.empty), .unsupportedEncoding(name: "x"), .notXML, .wrongRoot(found: "x", line: 1),
            .truncated(line: 1),
            .documentType(line: 1), .tooDeep(line: 1, limit: 2), .textTooLong(line: 1, element: nil, limit: 2),
            .headerMissing,
            .pupilTooLarge(line: 1, limit: 2), .repeatedHeader(line: 1),
            .notWellFormed(line: 1, column: 2, reason: "a tag is not finished."),
        ]
        for message in warnings.map(\.message) + errors.map(\.message) { #expect(message.hasSuffix("."), "\(message)") }
    }
}
