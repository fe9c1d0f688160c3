import Assessment
import Foundation
import Storage
import Testing
import Tracker

/// A results file of several schools, and files under a school's former number.
struct ImportSchoolsTests {
    private static let text = """
        LAESTAB,UPN,SURNAME,READMRK
        8209991,\(ImportFixture.amira),Ahmed,38
        8209992,\(UPNs.text(51)),Else,20
        820/2001,\(ImportFixture.ben),Brook,30
        8209993,\(UPNs.text(52)),Secret,21
        8209992,\(UPNs.text(53)),Other,22
        nowhere,\(UPNs.text(54)),Nobody,23

        """

    /// A second school with one pupil, and a third that only the operator may change.
    private func addSchools(_ fixture: ImportFixture) async throws -> (School, School) {
        let ferndale = try await fixture.tracker.addSchool(
            dfe: DfENumber("820/9992"), urn: nil, name: "Ferndale Primary School", as: .operator)
        let oakwood = try await fixture.tracker.addSchool(
            dfe: DfENumber("820/9993"), urn: nil, name: "Oakwood Primary School", as: .operator)
        try await fixture.database.write { session in
            try PupilStore(session).insert(
                Pupil(id: 90, upn: try UPN(UPNs.text(51)), surname: "Else", forename: "Kim"), school: ferndale.id,
                by: ImportFixture.stamp(source: .command))
        }
        return (ferndale, oakwood)
    }

    private func person(_ schools: [School], id: Int64 = 5) -> Caller {
        Caller(
            userID: id, name: "Sam Hale", email: nil,
            roles: Dictionary(uniqueKeysWithValues: schools.map { (.school($0.id), .accountAdmin) }), channel: .page)
    }

    @Test(arguments: ImportFixture.engines)
    func `A file of several schools is split to those the person may see, and every line is accounted for`(
        _ engine: DatabaseEngine
    ) async throws {
        try await ImportFixture.with(engine) { fixture in
            // given
            let (ferndale, _) = try await addSchools(fixture)
            let person = person([fixture.school, ferndale])
            // when
            let preview = try await fixture.preview(Self.text, as: person)
            let there = try await fixture.tracker.preview(
                file: fixture.file(Self.text), school: ferndale, year: ImportFixture.year(2026), as: person)
            // then
            #expect(
                preview.shares.map(\.title) == [
                    "820/9991 (Millbrook Primary School)", "820/9992 (Ferndale Primary School)", "820/9993",
                    "“nowhere”",
                ])
            #expect(preview.shares.map(\.lines) == [2, 2, 1, 1])
            #expect(preview.shares.map { $0.reason == nil } == [true, true, false, false])
            #expect(preview.count(.new) == 2)
            #expect(preview.count(.otherSchool) == 4)
            #expect(preview.items.count == 6)
            #expect(preview.refusal == nil)
            #expect(
                preview.warnings.contains(
                    "1 line carries 820/2001, a former DfE number of this school, and is taken as its own."))
            #expect(there.count(.new) == 1)
            #expect(there.count(.unmatchedPupil) == 1)
            #expect(there.count(.otherSchool) == 4)
            // and nothing of another school's pupils is shown
            for item in preview.items where item.status == .otherSchool {
                #expect(item.upn == nil && item.pupilName.isEmpty && item.value == nil)
                let words = item.message ?? ""
                #expect(!words.contains("Secret") && !words.contains("Oakwood"))
            }
        }
    }

    @Test(arguments: ImportFixture.engines)
    func
        `A file of several schools is opened by who brought it and by who may bring in for all of them, by nobody else`(
            _ engine: DatabaseEngine
        ) async throws
    {
        try await ImportFixture.with(engine) { fixture in
            // given
            let (ferndale, _) = try await addSchools(fixture)
            let year = try ImportFixture.year(2026)
            let text = "LAESTAB,UPN,READMRK\n8209991,\(ImportFixture.amira),38\n8209992,\(UPNs.text(51)),20\n"
            let both = person([fixture.school, ferndale])
            let taken = try await fixture.tracker.apply(
                file: fixture.file(text), school: fixture.school, year: year, as: both)
            let own = try await fixture.tracker.apply(
                file: fixture.file("LAESTAB,UPN,READMRK\n8209991,\(ImportFixture.ben),30\n"), school: fixture.school,
                year: year, as: both)
            let one = person([fixture.school], id: 6)
            // when
            let byWhoBroughtIt = try await fixture.tracker.file(ofBatch: #require(taken.batch), as: both)
            let ofOneSchool = try await fixture.tracker.file(ofBatch: #require(own.batch), as: one)
            // then
            #expect(try Data(contentsOf: URL(fileURLWithPath: byWhoBroughtIt.path)) == Data(text.utf8))
            #expect(ofOneSchool.size > 0)
            let error = await #expect(throws: TrackerError.self) {
                try await fixture.tracker.file(ofBatch: #require(taken.batch), as: one)
            }
            guard case .fileOfOthers = error else { Issue.record("\(String(describing: error))"); return }
            _ = try await fixture.tracker.file(ofBatch: #require(taken.batch), as: .operator)
        }
    }

    @Test(arguments: ImportFixture.engines)
    func `A file without a line of this school can be looked at and not taken, unless no school of it is the person’s`(
        _ engine: DatabaseEngine
    ) async throws {
        try await ImportFixture.with(engine) { fixture in
            // given
            let (ferndale, _) = try await addSchools(fixture)
            let text = "LAESTAB,UPN,READMRK\n8209992,\(UPNs.text(51)),20\n"
            // when
            let preview = try await fixture.preview(text, as: person([fixture.school, ferndale]))
            // then
            #expect(preview.refusal?.hasPrefix("This file is for another school") == true)
            #expect(preview.shares.map(\.lines) == [1])
            await #expect(throws: TrackerError.self) { try await fixture.apply(text) }
            await #expect(throws: TrackerError.self) { try await fixture.preview(text, as: person([fixture.school])) }
        }
    }

    @Test func `A file that was read is not read again for the next school`() async throws {
        try await ImportFixture.with { fixture in
            // given
            let (ferndale, _) = try await addSchools(fixture)
            let person = person([fixture.school, ferndale])
            let file = try fixture.file(Self.text)
            let opened = try await fixture.tracker.opened(file, as: person)
            let plain = try await fixture.preview(Self.text, as: person)
            // when
            try FileManager.default.removeItem(atPath: file.path)
            let shares = try await fixture.tracker.schools(in: opened, as: person).shares
            let here = try await fixture.tracker.preview(
                file: opened, school: fixture.school, year: ImportFixture.year(2026), as: person)
            let there = try await fixture.tracker.apply(
                file: opened, school: ferndale, year: ImportFixture.year(2026), as: person)
            // then
            #expect(shares.count == 4)
            #expect(here.lines == plain.lines)
            #expect(here.sha256 == plain.sha256)
            #expect(there.values == 1)
            // and who may bring files in nowhere has nothing read
            await #expect(throws: TrackerError.self) {
                try await fixture.tracker.opened(opened, as: ImportFixture.caller(.fullEdit))
            }
        }
    }

    @Test func `A file says for which schools it is, by line or by address`() async throws {
        try await ImportFixture.with { fixture in
            // given
            let (ferndale, _) = try await addSchools(fixture)
            let person = person([fixture.school, ferndale])
            var transfer = ImportedCTF(source: "8209999", destination: "8202001")
            transfer.pupils = [ImportedCTF.pupil(ImportFixture.amira)]
            // when
            let results = try await fixture.tracker.schools(in: fixture.file(Self.text), as: person)
            let ctf = try await fixture.tracker.schools(in: fixture.file(transfer.text), as: person)
            // then
            #expect(results.shares.map { $0.school?.id } == [1, ferndale.id, nil, nil])
            #expect(results.shares.reduce(0) { $0 + $1.lines } == 6)
            #expect(ctf.shares.map { $0.school?.id } == [1])
            // and who may do it nowhere learns nothing
            await #expect(throws: TrackerError.self) {
                try await fixture.tracker.schools(in: fixture.file(Self.text), as: ImportFixture.caller(.fullEdit))
            }
            // and a list of pupils says of no school whose it is
            await #expect(throws: TrackerError.self) {
                try await fixture.tracker.schools(
                    in: fixture.file("UPN,Surname,Forename,Class\n\(ImportFixture.amira),Ahmed,Amira,6\n"), as: person)
            }
        }
    }

    @Test(arguments: ImportFixture.engines)
    func `A file that waits is given to another school once, and only to one of the person’s`(_ engine: DatabaseEngine)
        async throws
    {
        try await ImportFixture.with(engine) { fixture in
            // given
            let (ferndale, oakwood) = try await addSchools(fixture)
            let person = person([fixture.school, ferndale])
            let file = try fixture.file(Self.text)
            let waiting = try await fixture.tracker.keepUpload(
                name: "trust.csv", from: file.path, school: fixture.school,
                settings: .init(year: ImportFixture.year(2026)), as: person)
            // when
            let first = try await fixture.tracker.shareUpload(
                waiting.id, of: fixture.school, with: ferndale, as: person)
            let second = try await fixture.tracker.shareUpload(
                waiting.id, of: fixture.school, with: ferndale, as: person)
            // then
            #expect(first.id == second.id)
            #expect(first.sha256 == waiting.sha256)
            // the bytes are there once, under two names
            let places = try [waiting, first].map { file in
                try FileManager.default.attributesOfItem(atPath: file.path)[.systemFileNumber] as? UInt64
            }
            #expect(places[0] != nil && places[0] == places[1])
            let outcome = try await fixture.tracker.applyUpload(first.id, school: ferndale, as: person)
            #expect(outcome.values == 1)
            // what one school took stays for the other
            #expect(try await fixture.tracker.uploads(school: fixture.school, as: person).map(\.id) == [waiting.id])
            #expect(!FileManager.default.fileExists(atPath: first.path))
            #expect(
                try await fixture.tracker.previewUpload(waiting.id, school: fixture.school, as: person).count(.new) > 0)
            await #expect(throws: TrackerError.self) {
                try await fixture.tracker.shareUpload(waiting.id, of: fixture.school, with: oakwood, as: person)
            }
        }
    }

    @Test func `A Common Transfer File under a former number is the school’s own, and says so`() async throws {
        try await ImportFixture.with { fixture in
            var file = ImportedCTF(source: "8202001", destination: "8202001")
            file.pupils = [
                ImportedCTF.pupil(ImportFixture.amira, records: [ImportedCTF.record("KS2 WRI/TA/WRI/NC", "EXS")])
            ]
            let preview = try await fixture.preview(file.text, year: nil)
            #expect(
                preview.warnings.contains(
                    "The file names 820/2001, a former DfE number of this school, and is taken as its own."))
        }
    }
}
