import CommonTransferFile
import Testing
import TextFiles

@Suite struct WriterTests {
    @Test
    func `a return is written exactly as the sample is`() throws {
        for name in ["8209991_KS2_NAALLLL_001", "8209991_FSP_820LLLL_001", "8209991_MTC_8209991_001"] {
            // given
            let bytes = try sample(name)
            let file = try read(TextInput(bytes))
            // when
            let written = try CTFWriter.bytes(header: #require(file.header), pupils: file.pupils)
            // then
            #expect(String(decoding: written, as: UTF8.self) == String(decoding: bytes, as: UTF8.self), "\(name)")
        }
    }

    @Test
    func `empty values are left out and stages come in order`() throws {
        // given
        let ks2 = CTFCodeTuple(stage: "KS2", subject: "ENG", method: "TA", component: "WRI", qualifier: "NC")
        let eyf = CTFCodeTuple(stage: "EYF", subject: "COM", method: "FA", component: "E01", qualifier: "FD")
        let pupil = CTFPupil(
            upn: "", surname: "A<B>&\"C'", forename: " ", basicDetails: CTFBasicDetails(isEAL: false),
            records: [
                CTFRecord(codes: ks2, yearText: "2026", result: "EXS"),
                CTFRecord(codes: eyf, yearText: "2020", result: "2", resultDate: "2020-07-01"),
            ])
        // when
        let text = String(
            decoding: try CTFWriter.bytes(header: CTFHeader(version: "25.0"), pupils: [pupil]), as: UTF8.self)
        // then
        #expect(!text.contains("<UPN>"))
        #expect(!text.contains("<Forename>"))
        #expect(text.contains("<Surname>A&lt;B&gt;&amp;\"C'</Surname>"))
        #expect(text.contains("<EnglishAsAdditionalLanguage>false</EnglishAsAdditionalLanguage>"))
        let stages = text.split(separator: "\n").filter { $0.contains("<Stage>") }.map { $0.drop { $0 == " " } }
        #expect(stages == ["<Stage>EYF</Stage>", "<Stage>KS2</Stage>"])
    }

    @Test
    func `the section of another supplier is not taken for the program’s own`() throws {
        // given
        let pupil = CTFPupil(
            surname: "A", basicDetails: CTFBasicDetails(isEAL: true, own: CTFOwnDetails(isFSM: true, senProvision: "K"))
        )
        let bytes = try CTFWriter.bytes(header: CTFHeader(version: "25.0"), pupils: [pupil])
        let text = String(decoding: bytes, as: UTF8.self)
        // when
        let own = try read(TextInput(bytes)).pupils[0]
        let other = try read(TextInput(Array(text.replacing("Leadline", with: "Other").utf8))).pupils[0]
        // then
        #expect(own.basicDetails == pupil.basicDetails)
        #expect(other.basicDetails?.own == nil)
        #expect(other.basicDetails?.isEAL == true)
    }

    @Test
    func `a character that XML cannot hold is refused by field`() {
        #expect(throws: CTFWriteError.forbiddenCharacter(field: "Surname", codePoint: 1)) {
            try CTFWriter.bytes(header: CTFHeader(), pupils: [CTFPupil(surname: "a\u{1}b")])
        }
        #expect(throws: CTFWriteError.forbiddenCharacter(field: "Forename", codePoint: 0xFFFF)) {
            try CTFWriter.bytes(header: CTFHeader(), pupils: [CTFPupil(forename: "a\u{FFFF}")])
        }
    }

    @Test
    func `calls out of order are refused`() throws {
        #expect(throws: CTFWriteError.outOfOrder) {
            var writer = CTFWriter { _ in }
            try writer.write(CTFPupil())
        }
        #expect(throws: CTFWriteError.outOfOrder) {
            var writer = CTFWriter { _ in }
            try writer.begin(CTFHeader())
            try writer.finish()
            try writer.finish()
        }
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func `what is written reads back the same, streamed or whole`(seed: UInt64) throws {
        // given
        var random = RandomFile(seed: seed)
        let header = random.header()
        let pupils = random.pupils()
        // when
        var streamed: [UInt8] = []
        do {
            var writer = CTFWriter { streamed.append(contentsOf: $0) }
            try writer.begin(header)
            for pupil in pupils { try writer.write(pupil) }
            try writer.finish()
        }
        let file = try read(TextInput(streamed))
        // then
        #expect(try streamed == CTFWriter.bytes(header: header, pupils: pupils))
        #expect(file.header == header)
        #expect(file.pupils.map(withoutLines) == pupils)
        #expect(file.summary.records == pupils.reduce(0) { $0 + $1.records.count })
    }

    private func withoutLines(_ pupil: CTFPupil) -> CTFPupil {
        var pupil = pupil
        pupil.line = 0
        for index in pupil.records.indices { pupil.records[index].line = 0 }
        return pupil
    }
}
