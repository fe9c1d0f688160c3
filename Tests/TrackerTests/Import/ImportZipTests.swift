import Assessment
import Foundation
import Storage
import Testing
import Tracker

/// A zip of files: each goes the usual way by itself.
struct ImportZipTests {
    private func zip(_ parts: [ZipMaker.Part], _ fixture: ImportFixture, name: String = "all.zip") throws -> ImportFile
    {
        let path = fixture.folder.appendingPathComponent(UUID().uuidString).path
        try Data(ZipMaker.zip(parts)).write(to: URL(fileURLWithPath: path))
        return ImportFile(name: name, path: path)
    }

    private static let writing = "UPN,WRITTAOUTCOME\n\(ImportFixture.amira),EXS\n"
    private static let science = "UPN,SCITAOUTCOME\n\(ImportFixture.ben),EXS\n"

    @Test(arguments: ImportFixture.engines)
    func `Each file of a zip is a batch of its own, and can be taken back by itself`(_ engine: DatabaseEngine)
        async throws
    {
        try await ImportFixture.with(engine) { fixture in
            // given
            let file = try zip(
                [
                    .init("writing.csv", Self.writing), .init("more/science.csv", Self.science),
                    .init("__MACOSX/._writing.csv", "x"), .init("old.zip", ZipMaker.zip([.init("a.csv", "x")])),
                ], fixture)
            // when
            let opened = try #require(
                try await fixture.tracker.unpack(file, for: fixture.school, as: .operator))
            var batches: [Int64] = []
            for inner in opened.files {
                let outcome = try await fixture.tracker.apply(
                    file: inner, school: fixture.school, year: ImportFixture.year(2026), as: .operator)
                batches.append(try #require(outcome.batch))
            }
            fixture.tracker.remove(opened)
            // then
            #expect(opened.files.map(\.name) == ["all.zip/writing.csv", "all.zip/more/science.csv"])
            #expect(opened.refused.count == 1)
            #expect(opened.refused.first?.hasPrefix("all.zip/old.zip: This is a zip inside a zip") == true)
            #expect(opened.leftOutInWords?.hasSuffix("__MACOSX/._writing.csv.") == true)
            #expect(try await fixture.facts(1) == ["writing.ta": "EXS"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.tracker.fileFolder) == ["taken"])
            // and
            _ = try await fixture.tracker.undo(batch: batches[0], as: .operator)
            #expect(try await fixture.facts(1).isEmpty)
            #expect(try await fixture.facts(2) == ["science.ta": "EXS"])
        }
    }

    @Test func `Only who may bring files in can have a zip opened, and a workbook is none`() async throws {
        try await ImportFixture.with { fixture in
            let file = try zip([.init("writing.csv", Self.writing)], fixture)
            await #expect(throws: TrackerError.self) {
                try await fixture.tracker.unpack(file, for: fixture.school, as: ImportFixture.caller(.fullEdit))
            }
            await #expect(throws: TrackerError.self) {
                try await fixture.tracker.unpack(file, for: nil, as: ImportFixture.caller(.readOnly))
            }
            let text = try fixture.file(Self.writing)
            #expect(try await fixture.tracker.unpack(text, for: fixture.school, as: .operator) == nil)
        }
    }

    @Test func `A zip that plays a trick is refused by the entry, and leaves nothing in the folder`() async throws {
        try await ImportFixture.with { fixture in
            let file = try zip([.init("writing.csv", Self.writing), .init("../../evil.csv", "x")], fixture)
            do {
                _ = try await fixture.tracker.unpack(file, for: fixture.school, as: .operator)
                Issue.record("it leads out of its folder")
            } catch let error as TrackerError { #expect(error.message.contains("“../../evil.csv”")) }
            #expect(
                (try? FileManager.default.contentsOfDirectory(atPath: fixture.tracker.fileFolder))?.isEmpty ?? true)
        }
    }
}
