import Assessment
import Storage
import Testing
import Tracker

/// Assessment-only Common Transfer Files.
struct ImportCTFTests {
    private static let writing = "KS2 ENG/TA/WRI/NC"
    private static let mathsMark = "KS2 MAT/TT/MAT/NM"
    private static let mathsScore = "KS2 MAT/TT/MAT/NS"

    private static func file(_ records: [String], source: String = "8209991", dateTime: String = "2026-07-07T07:30:00")
        -> String
    {
        ImportedCTF(
            source: source, dateTime: dateTime, pupils: [ImportedCTF.pupil(ImportFixture.amira, records: records)]
        ).text
    }

    @Test("Teacher assessments and tests are read by their codes and values", arguments: ImportFixture.engines)
    func results(_ engine: DatabaseEngine) async throws {
        try await ImportFixture.with(engine) { fixture in
            // given
            let file = Self.file([
                ImportedCTF.record(Self.writing, "EXS", date: "2026-06-19"),
                ImportedCTF.record("KS2 ENG/TT/REA/NM", "38"), ImportedCTF.record("KS2 ENG/TT/REA/NS", "109"),
                ImportedCTF.record("KS2 ENG/TT/REA/NC", "AS"),
                ImportedCTF.record("KS2 ENG/TT/GPS/NM", "63"), ImportedCTF.record("KS2 ENG/TT/GPS/NS", "117"),
                ImportedCTF.record(Self.mathsMark, "96"), ImportedCTF.record(Self.mathsScore, "111"),
            ])
            // when
            let first = try await fixture.apply(file, year: nil)
            let second = try await fixture.apply(file, year: nil)
            // then
            #expect(
                try await fixture.facts() == [
                    "writing.ta": "EXS", "reading.paper1": "38", "reading.scaled": "109", "gps.total": "63",
                    "gps.scaled": "117", "mathematics.total": "96", "mathematics.scaled": "111",
                ])
            #expect(first.values == 7)
            #expect(first.records == 8)
            #expect(try await fixture.records(1).count == 8)
            #expect(second.batch == nil)
            #expect(second.preview.count(.same) == 8)
            #expect(try await fixture.records(1).count == 8)
        }
    }

    @Test func `Numbers that fit both ways are asked about once for the supplier and year`() async throws {
        try await ImportFixture.with { fixture in
            // given: in 2019 the maximum is 110, 100 is met from 58 marks and 110 from 95
            let file = Self.file([
                ImportedCTF.record(Self.mathsMark, "98", year: 2019),
                ImportedCTF.record(Self.mathsScore, "112", year: 2019),
            ])
            let other = Self.file([
                ImportedCTF.record(Self.mathsMark, "100", year: 2019),
                ImportedCTF.record(Self.mathsScore, "105", year: 2019),
            ])
            // when
            let clear = try await fixture.preview(file, year: nil)
            let asked = try await fixture.preview(other, year: nil)
            // then: 112 is over the maximum of the marks; 100 and 105 go together neither way
            #expect(clear.questions.isEmpty)
            #expect(asked.questions.map(\.codes) == [["MAT/NM", "MAT/NS"]])
            #expect(asked.items.map(\.status) == [.conflict, .conflict])
            #expect(
                asked.items.first?.message
                    == "100 (MAT/NM) and 105 (MAT/NS) can each be the mark or the scaled score. Say which code holds the scaled score."
            )
            // when
            try await fixture.apply(other, year: nil, choices: ImportChoices(readings: ["MAT/NS": .scaled]))
            // then
            #expect(try await fixture.facts(year: 2019) == ["mathematics.total": "100", "mathematics.scaled": "105"])
            #expect(try await fixture.preview(other, year: nil).questions.isEmpty)
        }
    }

    @Test(
        "A number that stands alone and fits both ways is what the person says, and the answer is remembered",
        arguments: NumberReading.allCases)
    func alone(_ reading: NumberReading) async throws {
        try await ImportFixture.with { fixture in
            let file = Self.file([ImportedCTF.record(Self.mathsMark, "95")])
            #expect(try await fixture.preview(file, year: nil).questions.map(\.codes) == [["MAT/NM"]])
            try await fixture.apply(file, year: nil, choices: ImportChoices(readings: ["MAT/NM": reading]))
            #expect(
                try await fixture.facts() == [reading == .mark ? "mathematics.total" : "mathematics.scaled": "95"])
            #expect(try await fixture.preview(file, year: nil).questions.isEmpty)
        }
    }

    @Test func `An official score says whether the marks give the same or something else`() async throws {
        try await ImportFixture.with { fixture in
            try await fixture.enter(["reading.paper1": "38"])
            let same = try await fixture.preview(Self.file([ImportedCTF.record("KS2 ENG/TT/REA/NS", "109")]), year: nil)
            let other = try await fixture.preview(
                Self.file([ImportedCTF.record("KS2 ENG/TT/REA/NS", "110")]), year: nil)
            #expect(same.items.map(\.differs) == [false])
            #expect(same.items.first?.message == "The marks give the same; it is kept as the official score.")
            #expect(other.items.map(\.differs) == [true])
            #expect(other.items.first?.message == "110 is the official score; the 2026 table gives 109 for 38 marks.")
        }
    }

    @Test(
        "Two numbers of mathematics are told apart by the year's table, whatever their codes",
        arguments: [("90", "108"), ("108", "90")])
    func byTable(_ mark: String, _ score: String) async throws {
        try await ImportFixture.with { fixture in
            // when: 90 marks give 108 in 2026; 108 marks give 119
            try await fixture.apply(
                Self.file([ImportedCTF.record(Self.mathsMark, mark), ImportedCTF.record(Self.mathsScore, score)]),
                year: nil)
            // then
            #expect(try await fixture.facts() == ["mathematics.total": "90", "mathematics.scaled": "108"])
        }
    }

    @Test func `A value entered by hand after the file was written is a conflict that can be ticked`() async throws {
        try await ImportFixture.with { fixture in
            // given
            try await fixture.enter(["writing.ta": "GDS"], at: "2026-07-07T07:00:00.000Z")
            let file = Self.file([ImportedCTF.record(Self.writing, "EXS")])
            // when: the file was written at 7.30 London time, which is 6.30 UTC
            let preview = try await fixture.preview(file, year: nil)
            // then
            let item = try #require(preview.item("writing.ta"))
            #expect(item.status == .conflict)
            #expect(
                item.message
                    == "Robin Fairweather entered GDS on 7 July 2026, 08:00, after this file was written. Tick it to take the file’s value all the same."
            )
            // when
            let key = try #require(item.cellKey)
            let ticked = try await fixture.apply(file, year: nil, choices: ImportChoices(conflicts: [key]))
            // then
            #expect(ticked.preview.lines == ["changed writing.ta GDS>EXS"])
        }
    }

    @Test func `A value entered before the file was written is replaced`() async throws {
        try await ImportFixture.with { fixture in
            try await fixture.enter(["writing.ta": "GDS"], at: "2026-07-07T06:29:00.000Z")
            let preview = try await fixture.preview(Self.file([ImportedCTF.record(Self.writing, "EXS")]), year: nil)
            #expect(preview.lines == ["changed writing.ta GDS>EXS"])
        }
    }

    @Test func `Two different values of one column are both refused`() async throws {
        try await ImportFixture.with { fixture in
            let preview = try await fixture.preview(
                Self.file([ImportedCTF.record(Self.writing, "EXS"), ImportedCTF.record(Self.writing, "GDS")]), year: nil
            )
            #expect(preview.items.map(\.status) == [.invalid, .invalid])
            #expect(
                preview.items.first?.message
                    == "The file gives Writing teacher assessment more than once, as EXS and GDS. None is taken: correct the file."
            )
        }
    }

    @Test(
        "Key Stage 2 of a year without tests, or to come, is invalid",
        arguments: [
            (2020, "End of Key Stage 2, 2019/20: Not held because of the pandemic. The record is kept as it came."),
            (2030, "2030 is in the future: there can be no result of it yet. The record is kept as it came."),
        ])
    func years(_ year: Int, _ message: String) async throws {
        try await ImportFixture.with { fixture in
            let preview = try await fixture.preview(
                Self.file([ImportedCTF.record(Self.writing, "EXS", year: year)]), year: nil)
            #expect(preview.items.map(\.status) == [.invalid])
            #expect(preview.items.first?.message == message)
        }
    }

    @Test func `Unknown codes and targets are kept as they came and named`() async throws {
        try await ImportFixture.with { fixture in
            // when
            let outcome = try await fixture.apply(
                Self.file([
                    ImportedCTF.record("KS2 ENG/TT/GPS/NL", "5", year: 2014),
                    ImportedCTF.record("KS2 ABC/TT/XYZ/QQ", "5"), ImportedCTF.record(Self.writing, "GDS", status: "T"),
                ]), year: nil)
            // then
            #expect(outcome.preview.items.map(\.status) == [.unknownCode])
            #expect(
                outcome.preview.items.first?.message
                    == "The codes KS2 ABC/TT/XYZ/QQ are not known in 2026. The record is kept as it came.")
            #expect(
                outcome.preview.warnings.contains(
                    "End of Key Stage 2: 1 record has no column here and is kept as it came."))
            #expect(outcome.records == 3)
            #expect(try await fixture.facts().isEmpty)
        }
    }

    @Test func `Only the assessments that were asked for are taken`() async throws {
        try await ImportFixture.with { fixture in
            let outcome = try await fixture.apply(
                Self.file([
                    ImportedCTF.record("EYF COM/FA/E01/FD", "2", year: 2022), ImportedCTF.record(Self.writing, "EXS"),
                ]), year: nil, options: ImportOptions(take: [.ks2]))
            #expect(outcome.records == 1)
            #expect(
                outcome.preview.warnings.contains(
                    "Early Years Foundation Stage Profile: 1 record is in the file and left out, as asked."))
        }
    }

    @Test func `An assessment file never adds a pupil`() async throws {
        try await ImportFixture.with { fixture in
            let stranger = UPNs.text(77)
            let outcome = try await fixture.apply(
                ImportedCTF(pupils: [
                    ImportedCTF.pupil(stranger, "New", "Nia", records: [ImportedCTF.record(Self.writing, "EXS")])
                ]).text, year: nil)
            #expect(outcome.preview.items.map(\.status) == [.unmatchedPupil])
            #expect(
                outcome.preview.items.first?.message
                    == "Nobody here has the UPN \(stranger). An assessment file adds no pupils: add the pupil, or give a full CTF or a pupil list first. 1 record is not taken."
            )
            #expect(try await fixture.pupils().count == 4)
        }
    }

    @Test(
        "A file for another school is refused whole; the school's old number and the DfE's download are not",
        arguments: [
            ("8209992", "8209993", false), ("8202001", "NAALLLL", true), ("8209992", "8209991", true),
            ("XXXXXXX", "XXXXXXX", true), ("XXXXXXX", "8209993", false), ("NAALLLL", "8209993", false),
        ])
    func address(_ source: String, _ destination: String, _ isTaken: Bool) async throws {
        try await ImportFixture.with { fixture in
            let file = ImportedCTF(
                source: source, destination: destination,
                pupils: [ImportedCTF.pupil(ImportFixture.amira, records: [ImportedCTF.record(Self.writing, "EXS")])]
            ).text
            do {
                let preview = try await fixture.preview(file, year: nil)
                #expect(isTaken)
                #expect(preview.lines == ["new writing.ta ->EXS"])
            } catch let error as TrackerError {
                #expect(!isTaken)
                #expect(error.message.hasPrefix("This file is for another school: it goes from "))
            }
        }
    }

    @Test func `Results of a joiner are stored without a place in this school`() async throws {
        try await ImportFixture.with { fixture in
            let outcome = try await fixture.apply(
                ImportedCTF(
                    source: "8209992",
                    pupils: [
                        ImportedCTF.pupil(
                            ImportFixture.amira, records: [ImportedCTF.record(Self.writing, "EXS", year: 2025)])
                    ]
                ).text, year: nil)
            #expect(outcome.values == 1)
            #expect(outcome.places == 0)
        }
    }

    @Test(
        "A hostile or broken file stores nothing and says where it is broken",
        arguments: [
            ("<!DOCTYPE x [<!ENTITY a \"b\">]><CTfile></CTfile>", "Line 1 has a document type declaration (DOCTYPE)."),
            ("<CTfile><Header></Header><CTFpupilData><Pupil></CTfile>", "The file is damaged at line 1, column"),
            ("<report></report>", "The selected file must be a Common Transfer File: line 1 begins with “report”"),
            ("<CTfile><Header>", "The file ends too early"),
        ])
    func hostile(_ text: String, _ message: String) async throws {
        try await ImportFixture.with { fixture in
            let before = try await fixture.dump()
            do {
                try await fixture.apply(text, year: nil)
                Issue.record("the file is broken")
            } catch let error as TrackerError {
                #expect(error.message.hasPrefix(message), "\(error.message)")
            }
            #expect(try await fixture.dump() == before)
            #expect(try await fixture.tracker.batches(school: fixture.school, as: .operator).isEmpty)
        }
    }
}
