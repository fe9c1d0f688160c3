import Assessment
import CommonTransferFile
import Foundation
import Storage
import Testing
import TextFiles

@testable import Tracker

/// Common Transfer Files of which the pupils are looked at while the file is still read.
struct ImportArrivingTests {
    @Test func `A file looked at while it is read has the plan of the whole file`() async throws {
        try await ImportFixture.with { fixture in
            var followed = 0
            var clashing = 0
            for seed in UInt64(1)...400 {
                // given: files of few pupils, and files of more than are handed over at one time
                var wild = WildCTF(seed: seed)
                let isLong = seed % 8 == 0
                if isLong { wild.upns += (100...990).map(UPNs.text) }
                let text = wild.file(pupils: isLong ? 60...140 : 0...6)
                // when
                let (whole, asItCame) = try await fixture.plans(text)
                // then
                guard let asItCame else {
                    clashing += 1
                    continue
                }
                followed += 1
                #expect(asItCame == whole, "seed \(seed)")
            }
            #expect(followed > 100 && clashing > 50, "\(followed) \(clashing)")
        }
    }

    @Test func `A pupil who stands in a long file twice is refused with both lines, whoever comes between`()
        async throws
    {
        try await ImportFixture.with { fixture in
            // given
            var file = ImportedCTF()
            file.pupils = (100..<300).map { number in
                ImportedCTF.pupil(UPNs.text(number), records: [ImportedCTF.record("KS2 ENG/TA/WRI/NC", "EXS")])
            }
            for place in [0, 199] {
                file.pupils.insert(
                    ImportedCTF.pupil(
                        ImportFixture.amira, records: [ImportedCTF.record("KS2 ENG/TA/WRI/NC", "EXS")]), at: place)
            }
            // when
            let preview = try await fixture.preview(file.text, year: nil)
            // then: and before everything else
            let both = preview.items.filter { $0.column == "upn" }
            #expect(preview.items.prefix(2).map(\.column) == ["upn", "upn"])
            #expect(both.count == 2 && both.allSatisfy { $0.status == .invalid })
            #expect(Set(both.map(\.line)).count == 2)
            #expect(both.allSatisfy { $0.message?.contains("stands in the file more than once") ?? false })
            #expect(preview.count(.new) == 0)
            #expect(preview.records?.ofRefusedPupils == 202)
        }
    }

    @Test func `A full file adds nobody whose former UPN another of its pupils has, however far away`() async throws {
        try await ImportFixture.with { fixture in
            // given
            var file = ImportedCTF(qualifier: "full")
            file.pupils = (100..<300).map { ImportedCTF.pupil(UPNs.text($0), "Reed", "Rowan \($0)") }
            file.pupils.append(
                ImportedCTF.pupil(
                    UPNs.text(400), "Reed", "Robin",
                    sections: "<BasicDetails><FormerUPN>\(UPNs.text(100))</FormerUPN></BasicDetails>"))
            // when
            let preview = try await fixture.preview(file.text, year: nil)
            // then
            let refused = preview.items.filter { $0.status == .invalid }
            #expect(refused.count == 2)
            #expect(refused.allSatisfy { $0.message?.contains("is the former UPN of the other") ?? false })
        }
    }

    @Test func `A header after the pupils is the header of all of them`() async throws {
        try await ImportFixture.with { fixture in
            // given
            var file = ImportedCTF()
            file.pupils = (100..<300).map { ImportedCTF.pupil(UPNs.text($0)) }
            file.pupils.append(
                ImportedCTF.pupil(
                    ImportFixture.amira, records: [ImportedCTF.record("KS2 ENG/TA/WRI/NC", "EXS")]))
            let text = file.text
            let header = try #require(text.range(of: "<Header>"))
            let end = try #require(text.range(of: "</Header>"))
            let moved =
                text.replacingCharacters(in: header.lowerBound..<end.upperBound, with: "")
                .replacing("</CTfile>", with: "\(text[header.lowerBound..<end.upperBound])</CTfile>")
            // when
            let preview = try await fixture.preview(moved, year: nil)
            let straight = try await fixture.preview(text, year: nil)
            // then
            #expect(preview.lines == straight.lines)
            #expect(preview.lines.contains("new writing.ta ->EXS"))
            #expect(preview.source.writtenAt == "2026-07-07T07:30:00")
        }
    }

    @Test func `A file that says not whether it is full is so by the details of its last pupil`() async throws {
        try await ImportFixture.with { fixture in
            // given
            var file = ImportedCTF(qualifier: nil)
            file.pupils = (100..<300).map { ImportedCTF.pupil(UPNs.text($0), "Reed", "Rowan \($0)") }
            let withoutDetails = try await fixture.preview(file.text, year: nil)
            file.pupils.append(
                ImportedCTF.pupil(
                    UPNs.text(400), "Reed", "Robin",
                    sections: "<BasicDetails><NCyearActual>6</NCyearActual></BasicDetails>"))
            // when
            let preview = try await fixture.preview(file.text, year: nil)
            // then
            #expect(withoutDetails.count(.unmatchedPupil) == 200)
            #expect(preview.count(.unmatchedPupil) == 0)
            #expect(preview.count(.new) >= 201)
        }
    }

    @Test func `Of a broken file for another school it is said where it is broken`() async throws {
        try await ImportFixture.with { fixture in
            // given
            var file = ImportedCTF(source: "8209995", destination: "8209996")
            file.pupils = (100..<300).map { ImportedCTF.pupil(UPNs.text($0)) }
            let broken = file.text.replacing("</CTFpupilData>", with: "</CTFpupils>")
            for (text, message) in [(file.text, "for another school"), (broken, "line 1")] {
                // when
                let error = await #expect(throws: TrackerError.self) { try await fixture.preview(text, year: nil) }
                // then
                #expect(error?.message.contains(message) ?? false, "\(error?.message ?? "")")
            }
        }
    }

    @Test func `A file that breaks off after hundreds of pupils brings nothing`() async throws {
        try await ImportFixture.with { fixture in
            // given
            var file = ImportedCTF()
            file.pupils = (100..<400).map { _ in
                ImportedCTF.pupil(ImportFixture.amira, records: [ImportedCTF.record("KS2 ENG/TA/WRI/NC", "EXS")])
            }
            let text = String(file.text.dropLast(300))
            // when
            let error = await #expect(throws: TrackerError.self) { try await fixture.preview(text, year: nil) }
            // then
            #expect(error?.message.contains("ends too early") ?? false, "\(error?.message ?? "")")
        }
    }
}

extension ImportFixture {
    /// What a Common Transfer File does, as JSON with everything around it: of the whole file, and of its pupils as they came (nil where
    /// that can't be said of them).
    fileprivate func plans(_ text: String) async throws -> (whole: String, asItCame: String?) {
        let arrived = ArrivingCTF()
        arrived.read(TextInput(Array(text.utf8)))
        let content = try arrived.content()
        let header = content.header
        let isFull = header.isFull || (header.qualifier == nil && content.pupils.contains { $0.hasBasicDetails })
        let job = ImportJob(
            fileName: "file.xml", sha256: "", content: .ctf(arrived), school: school, schools: [school], year: nil,
            options: ImportOptions(), choices: .none, reference: tracker.reference, summatives: tracker.summatives,
            codes: tracker.ctfCodes, clock: tracker.clock)
        return try await database.read { session -> (String, String?) in
            let data = try job.data(session)
            func classifier() throws -> CTFClassifier {
                try CTFClassifier(
                    header, isFull: isFull, data: data, codes: job.codes, options: job.options, choices: job.choices,
                    year: nil, clock: job.clock)
            }
            var one = try classifier()
            let whole = try job.described(one.run(content), data)
            var other = try classifier()
            let asItCame = try other.follow(arrived)
            return (whole, try asItCame.map { try job.described($0, data) })
        }
    }
}

extension ImportJob {
    fileprivate func described(_ plan: ImportPlan, _ data: ImportData) throws -> String {
        let preview = try preview(plan, data)
        var json: [UInt8] = []
        preview.writeJSON { json += $0 }
        return """
            \(plan.people)
            \(plan.leftOut.count)
            \(preview.warnings)
            \(preview.pupilQuestions)
            \(String(describing: preview.records))
            \(String(decoding: json, as: UTF8.self))
            """
    }
}
