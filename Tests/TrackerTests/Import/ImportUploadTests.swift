import Assessment
import Foundation
import Storage
import Testing
import Tracker

/// Files that wait for their preview to be confirmed, and the JSON of an import.
struct ImportUploadTests {
    @Test func `A dropped file waits under a name of its own, readable by the server alone`() async throws {
        try await ImportFixture.with { fixture in
            // given
            let dropped = try fixture.file(
                "UPN,WRITTAOUTCOME\n\(ImportFixture.amira),EXS\n", name: "../evil name (1).csv")
            // when
            let waiting = try await fixture.tracker.keepUpload(
                name: dropped.name, from: dropped.path, school: fixture.school, as: .operator)
            // then
            #expect(waiting.path == fixture.folder.appendingPathComponent("files/\(waiting.id)").path)
            #expect(waiting.fileName == "../evil name (1).csv")
            #expect(waiting.sha256.count == 64)
            #expect(!FileManager.default.fileExists(atPath: dropped.path))
            let file = try FileManager.default.attributesOfItem(atPath: waiting.path)
            #expect((file[.posixPermissions] as? NSNumber)?.intValue == 0o600)
            let folder = try FileManager.default.attributesOfItem(
                atPath: fixture.folder.appendingPathComponent("files").path)
            #expect((folder[.posixPermissions] as? NSNumber)?.intValue == 0o700)
        }
    }

    @Test func `What was said about a file stays with it until it is applied`() async throws {
        try await ImportFixture.with { fixture in
            // given
            let dropped = try fixture.file("UPN,Schreiben,READMRK\n\(ImportFixture.amira),EXS,38\n")
            let tracker = fixture.tracker
            let waiting = try await tracker.keepUpload(
                name: "a.csv", from: dropped.path, school: fixture.school, as: .operator)
            let settings = WaitingFile.Settings(
                year: try ImportFixture.year(2026), options: ImportOptions(headings: ["Schreiben": "writing.ta"]))
            // when
            try await tracker.setUpload(waiting.id, settings: settings, school: fixture.school, as: .operator)
            let preview = try await tracker.previewUpload(waiting.id, school: fixture.school, as: .operator)
            let outcome = try await tracker.applyUpload(waiting.id, school: fixture.school, as: .operator)
            // then
            #expect(preview.count(.new) == 2)
            #expect(outcome.values == 2)
            #expect(!FileManager.default.fileExists(atPath: waiting.path))
            await #expect(throws: TrackerError.self) {
                try await tracker.upload(waiting.id, school: fixture.school, as: .operator)
            }
        }
    }

    @Test func `Forgotten files go`() async throws {
        try await ImportFixture.with { fixture in
            let dropped = try fixture.file("x")
            let waiting = try await fixture.tracker.keepUpload(
                name: "a.csv", from: dropped.path, school: fixture.school, as: .operator)
            #expect(try await fixture.tracker.removeForgottenUploads(olderThan: 60) == 0)
            #expect(try await fixture.tracker.removeForgottenUploads(olderThan: -60) == 1)
            #expect(!FileManager.default.fileExists(atPath: waiting.path))
        }
    }

    @Test(arguments: ImportFixture.engines)
    func `What nothing waits for goes once it is old, what waits stays`(_ engine: DatabaseEngine) async throws {
        try await ImportFixture.with(engine) { fixture in
            // given: one file that waits, one that was half received, both old; one that is being received
            let dropped = try fixture.file("x")
            let waiting = try await fixture.tracker.keepUpload(
                name: "a.csv", from: dropped.path, school: fixture.school, as: .operator)
            let folder = fixture.tracker.fileFolder
            for name in ["incoming-old", "incoming-new"] {
                try Data("half".utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
            }
            let day = ImportFixture.now.addingTimeInterval(-2 * 86_400)
            for (path, date) in [
                (waiting.path, day), ("\(folder)/incoming-old", day), ("\(folder)/incoming-new", ImportFixture.now),
            ] {
                try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
            }
            // when
            let removed = try await fixture.tracker.removeStrayFiles(olderThan: 86_400)
            // then
            #expect(removed == 1)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
                    == ["\(waiting.id)", "incoming-new"])
        }
    }

    @Test(arguments: ImportFixture.engines)
    func `A file that was taken is there as it came, until its batch is forgotten and after it is undone`(
        _ engine: DatabaseEngine
    ) async throws {
        try await ImportFixture.with(engine) { fixture in
            // given
            let tracker = fixture.tracker
            let text = "\u{FEFF}UPN;WRITTAOUTCOME\r\n\(ImportFixture.amira);EXS\r\n"
            let own = try fixture.file(text, name: "results (1).csv")
            let dropped = try fixture.file(text.replacing("EXS", with: "GDS"))
            // when: one by path, which stays its owner's; one that was dropped; one with nothing new
            let first = try await tracker.apply(
                file: own, school: fixture.school, year: ImportFixture.year(2026), as: .operator)
            try Data("changed".utf8).write(to: URL(fileURLWithPath: own.path))
            let waiting = try await tracker.keepUpload(
                name: "b.csv", from: dropped.path, school: fixture.school,
                settings: .init(year: try ImportFixture.year(2026)), as: .operator)
            let second = try await tracker.applyUpload(waiting.id, school: fixture.school, as: .operator)
            let third = try await fixture.apply(text.replacing("EXS", with: "GDS"))
            _ = try await tracker.undo(batch: #require(second.batch), as: .operator)
            // then
            #expect(third.batch == nil)
            let kept = try await tracker.file(ofBatch: #require(first.batch), as: .operator)
            #expect(kept.name == "results (1).csv")
            #expect(kept.size == Int64(text.utf8.count))
            #expect(try Data(contentsOf: URL(fileURLWithPath: kept.path)) == Data(text.utf8))
            let other = try await tracker.file(ofBatch: #require(second.batch), as: .operator)
            #expect(
                try Data(contentsOf: URL(fileURLWithPath: other.path)) == Data(text.replacing("EXS", with: "GDS").utf8))
            let facts = try FileManager.default.attributesOfItem(atPath: kept.path)
            #expect((facts[.posixPermissions] as? NSNumber)?.intValue == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: tracker.fileFolder) == ["taken"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(tracker.fileFolder)/taken").count == 2)
            #expect(try await tracker.removeStrayFiles(olderThan: -86_400) == 0)
            // and what is not the file that came is not given out for it
            try Data("other".utf8).write(to: URL(fileURLWithPath: kept.path))
            await #expect(throws: TrackerError.self) {
                try await tracker.file(ofBatch: #require(first.batch), as: .operator)
            }
        }
    }

    @Test(arguments: ImportFixture.engines)
    func `A preview that is left or cancelled leaves no row, no batch and no file`(_ engine: DatabaseEngine)
        async throws
    {
        try await ImportFixture.with(engine) { fixture in
            // given
            let before = try await fixture.dump()
            let dropped = try fixture.file("UPN,WRITTAOUTCOME\n\(ImportFixture.amira),EXS\n")
            let tracker = fixture.tracker
            let waiting = try await tracker.keepUpload(
                name: "a.csv", from: dropped.path, school: fixture.school,
                settings: .init(year: ImportFixture.year(2026)), as: .operator)
            _ = try await tracker.previewUpload(waiting.id, school: fixture.school, as: .operator)
            #expect(try await fixture.dump() == before)
            // when
            try await tracker.discardUpload(waiting.id, school: fixture.school, as: .operator)
            // then
            #expect(try await fixture.dump() == before)
            #expect(try await tracker.uploads(school: fixture.school, as: .operator).isEmpty)
            #expect(try await tracker.batches(school: fixture.school, as: .operator).isEmpty)
            #expect(try FileManager.default.contentsOfDirectory(atPath: tracker.fileFolder).isEmpty)
        }
    }

    @Test(arguments: ImportFixture.engines)
    func `Applying that is cancelled stores all of the file or nothing`(_ engine: DatabaseEngine) async throws {
        for delay in [0, 200, 1_000, 5_000] {
            try await ImportFixture.with(engine) { fixture in
                // given
                let before = try await fixture.dump()
                let file = try fixture.file(
                    "UPN,WRITTAOUTCOME,SCITAOUTCOME\n\(ImportFixture.amira),EXS,EXS\n\(ImportFixture.ben),GDS,EXS\n")
                let year = try ImportFixture.year(2026)
                // when
                let work = Task {
                    try await fixture.tracker.apply(file: file, school: fixture.school, year: year, as: .operator)
                }
                try await Task.sleep(for: .microseconds(delay))
                work.cancel()
                let outcome = try? await work.value
                // then
                let batches = try await fixture.tracker.batches(school: fixture.school, as: .operator)
                if batches.isEmpty {
                    #expect(outcome == nil)
                    #expect(try await fixture.dump() == before)
                } else {
                    #expect(try await fixture.facts(1) == ["writing.ta": "EXS", "science.ta": "EXS"])
                    #expect(try await fixture.facts(2) == ["writing.ta": "GDS", "science.ta": "EXS"])
                }
            }
        }
    }

    @Test func `The JSON has the documented form`() async throws {
        try await ImportFixture.with { fixture in
            // given
            let outcome = try await fixture.apply(
                "UPN,WRITTAOUTCOME,READMRK\n\(ImportFixture.amira),EXS,\"4\"\"\u{1}\"\n")
            var bytes: [UInt8] = []
            // when
            outcome.writeJSON { bytes += $0 }
            // then
            let json = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
            #expect(json["kind"] as? String == "dfe-results")
            #expect(json["file"] as? String == "file.csv")
            #expect(json["school"] as? String == "820/9991")
            #expect(json["applied"] as? Bool == true)
            #expect(json["batch"] as? Int64 == outcome.batch)
            let counts = try #require(json["counts"] as? [String: Int])
            #expect(
                counts == [
                    "new": 1, "same": 0, "changed": 0, "conflict": 0, "invalid": 1, "unknown_code": 0,
                    "unmatched_pupil": 0, "other_school": 0,
                ])
            let items = try #require(json["items"] as? [[String: Any]])
            #expect(items.map { $0["column"] as? String } == ["reading.paper1", "writing.ta"])
            #expect(items[0]["value"] as? String == "4\"\u{1}")
            #expect(items[1]["upn"] as? String == ImportFixture.amira)
            #expect(items[1]["old"] is NSNull)
            #expect(items[1]["year"] as? Int == 2026)
            #expect(items[1]["assessment"] as? String == "ks2")
        }
    }

    @Test func `Pages of items are cut by status`() async throws {
        try await ImportFixture.with { fixture in
            let preview = try await fixture.preview(
                "UPN,WRITTAOUTCOME,SCITAOUTCOME\n\(ImportFixture.amira),EXS,ZZ\n\(ImportFixture.ben),GDS,EXS\n")
            #expect(preview.items.page(of: [.new], from: 1, limit: 1).map(\.value) == ["GDS"])
            #expect(preview.items.page(of: [.unknownCode, .invalid], from: 0, limit: 10).map(\.value) == ["ZZ"])
            #expect(preview.items.page(of: [.new], from: 3, limit: 10).isEmpty)
        }
    }
}
