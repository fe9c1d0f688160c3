import Assessment
import CommonTransferFile
import Foundation
import Storage
import Testing
import TextFiles
import Tracker

/// Common Transfer Files as they occur: every version, any order, blanks, entities, and values that no table knows.
struct ImportWildCTFTests {
    @Test(arguments: Array(12...26))
    func `A file of every version is taken, whatever order, blanks and entities it has`(version: Int) async throws {
        try await ImportFixture.with { fixture in
            // given: Gender up to 23, Sex after
            let sex = version < 24 ? "Gender" : "Sex"
            let year = min(2000 + version + 1, 2026)
            let text = """
                \u{FEFF}<?xml version="1.0" encoding="utf-8"?>

                <CTfile><CTFpupilData><Pupil>
                <StageAssessments><KeyStage><StageAssessment>
                  <Result>
                   EXS </Result><ResultQualifier>NC</ResultQualifier><ResultStatus>R</ResultStatus><Component>WRI</Component>
                  <Method>TA</Method><Subject> ENG</Subject><Year>2026</Year><Locale>ENG</Locale>
                </StageAssessment><Stage>KS2</Stage></KeyStage></StageAssessments>
                <\(sex)>F</\(sex)><DOB>  2014-11-01</DOB><Forename/><Surname>O&apos;Ahmed &amp; &#x5A;oë</Surname>
                <UPN>\(ImportFixture.amira)
                </UPN></Pupil></CTFpupilData>
                <Header><DestSchool><Estab>9991</Estab><LEA>820</LEA></DestSchool>
                <SourceSchool><AcademicYear>\(year - 1)</AcademicYear><Estab>9991</Estab><LEA>820</LEA></SourceSchool>
                <SupplierID>EXAMPLE</SupplierID><DateTime>2026-07-07T07:30:00</DateTime><CTFversion>\(version).0</CTFversion>
                <DocumentQualifier>partial</DocumentQualifier><DocumentName>Common Transfer File</DocumentName></Header></CTfile>
                """
            // when
            let outcome = try await fixture.apply(text, year: nil)
            // then
            #expect(outcome.preview.lines == ["new writing.ta ->EXS"])
            #expect(outcome.preview.source.version == "\(version).0")
            #expect(outcome.preview.records?.total == 1)
            #expect(try await fixture.facts() == ["writing.ta": "EXS"])
            #expect(
                outcome.preview.warnings.contains { $0.contains("is CTF version \(version).0") }
                    == !(24...25).contains(version))
        }
    }

    @Test(arguments: ["9223372036854775807", "9223372036854775806", "-9223372036854775808", "99999999999999999999"])
    func `A school year that is no year is named, however large`(year: String) async throws {
        try await ImportFixture.with { fixture in
            // given
            var file = ImportedCTF(qualifier: "full", academicYear: year)
            file.pupils = [ImportedCTF.pupil(ImportFixture.amira)]
            // when
            let preview = try await fixture.preview(file.text, year: nil)
            // then
            #expect(preview.source.year == nil)
            #expect(preview.warnings.contains { $0.contains("AcademicYear “\(year)” is not the year") })
        }
    }

    @Test(arguments: [
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Sign in</title></head></html>",
        "\u{FEFF}\r\n <!doctype HTML><p>Your session has ended<p>", "<HTML><table><tr><td>UPN</table>",
    ])
    func `A web page that came instead of a file is called one, whatever its name`(text: String) async throws {
        try await ImportFixture.with { fixture in
            for bytes in [Data(text.utf8), try #require(text.data(using: .utf16LittleEndian))] {
                // given
                let path = fixture.folder.appendingPathComponent(UUID().uuidString).path
                try bytes.write(to: URL(fileURLWithPath: path))
                // when
                let error = await #expect(throws: TrackerError.self) {
                    try await fixture.tracker.preview(
                        file: ImportFile(name: "8209991_CTF_8209991.xml", path: path), school: fixture.school,
                        year: nil, as: .operator)
                }
                // then
                #expect(error?.message.hasPrefix("The selected file is a web page (HTML).") ?? false)
            }
        }
    }

    @Test(arguments: [UInt64](1...60))
    func `Every record of a file is accounted for, and previewing stores nothing`(seed: UInt64) async throws {
        try await ImportFixture.with { fixture in
            // given
            var wild = WildCTF(seed: seed)
            let text = wild.file()
            let take: Set<AssessmentKind>? = seed % 3 == 0 ? [.ks2, .phonics] : nil
            let before = try await fixture.dump()
            // when
            let preview = try await fixture.preview(text, year: nil, options: ImportOptions(take: take))
            // then
            let account = try #require(preview.records)
            #expect(account.total == wild.records, "\(account.inWords)")
            let byStatus = ImportStatus.allCases.reduce(0) { $0 + preview.count($1) }
            #expect(byStatus == preview.items.count)
            #expect(try await fixture.dump() == before)
            // and applying it does what the preview says; a second time it changes nothing
            let outcome = try await fixture.apply(text, year: nil, options: ImportOptions(take: take))
            #expect(outcome.preview.records == account)
            #expect(outcome.preview.lines == preview.lines)
            let after = try await fixture.dump()
            let again = try await fixture.apply(text, year: nil, options: ImportOptions(take: take))
            #expect(again.batch == nil)
            // A pupil who was added without a UPN is a proposal from now on, so the records may stand elsewhere.
            #expect(again.preview.records?.total == account.total)
            #expect(try await fixture.dump() == after)
        }
    }

    @Test(arguments: [UInt64](1...60))
    func `A mangled file is refused whole, or every record that is left of it is accounted for`(seed: UInt64)
        async throws
    {
        try await ImportFixture.with { fixture in
            // given
            var wild = WildCTF(seed: seed)
            let bytes = wild.mangled(Array(wild.file().utf8))
            let path = fixture.folder.appendingPathComponent("mangled").path
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            let before = try await fixture.dump()
            var records = 0
            // when
            do {
                let preview = try await fixture.tracker.preview(
                    file: ImportFile(name: "mangled.xml", path: path), school: fixture.school, year: nil, as: .operator)
                _ = try CTFReader.read(TextInput(bytes), onHeader: { _ in }, onPupil: { records += $0.records.count })
                // then
                #expect(preview.records?.total == records, "\(preview.records?.inWords ?? "no account")")
            } catch let error as TrackerError {
                #expect(!error.message.isEmpty)
            }
            #expect(try await fixture.dump() == before)
        }
    }
}
