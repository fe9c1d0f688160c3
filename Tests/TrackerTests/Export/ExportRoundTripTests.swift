import Assessment
import CommonTransferFile
import FictionalSchools
import Foundation
import Storage
import Testing
import Tracker

/// Over generated schools: what goes out is what comes in.
struct ExportRoundTripTests {
    /// A fictional school with the details and results of all its years, by the files that its own system would give.
    private func fill(_ office: TestOffice, seed: UInt64) async throws -> School {
        let made = try FictionalSchool.make(seed: seed, forms: 1, history: 5, reference: office.tracker.reference)
        let school = try await office.tracker.addSchool(
            dfe: made.dfe, urn: made.urn, name: made.name, as: .operator)
        var full: [UInt8] = []
        try made.writeFullTransfer(year: 2026, yearGroups: .reception ... .year6) { full += $0 }
        try await office.bringIn(full, school: school)
        for year in made.years {
            var results: [UInt8] = []
            try made.writeAssessmentTransfer(year: year) { results += $0 }
            try await office.bringIn(results, school: school)
        }
        return school
    }

    @Test(arguments: TestOffice.engines, [11, 12, 13] as [UInt64])
    func `an export imported again changes nothing, and from an empty school it comes out again byte for byte`(
        engine: DatabaseEngine, seed: UInt64
    ) async throws {
        try await TestOffice.with(engine, now: "2026-07-21T09:00:00.000Z") { office in
            // given
            let school = try await fill(office, seed: seed)
            let before = try await state(office, school)

            // when
            let file = try await office.send(.ownSystem, school: school)

            // then
            let read = try ExportDesk.read(file.bytes)
            #expect(read.pupils.count > 150)
            let stages = Set(read.pupils.flatMap { $0.records.map(\.stage) })
            #expect(stages.isSuperset(of: ["EYF", "KS1", "KS2"]))
            for pupil in read.pupils {
                let keys = pupil.records.map { "\($0.codes.title) \($0.yearText)" }
                #expect(Set(keys).count == keys.count, "one record a key: \(pupil.surname ?? "")")
            }
            for _ in 1...2 {
                #expect(try await office.bringIn(file.bytes, school: school).batch == nil)
                #expect(try await state(office, school) == before)
            }

            // when: an empty school of the same number, another day
            try await TestOffice.with(engine, now: "2026-08-02T14:00:00.000Z") { other in
                let empty = try await other.tracker.addSchool(
                    dfe: school.dfe, urn: school.urn, name: school.name, as: .operator)
                try await other.bringIn(file.bytes, school: empty)
                let again = try await other.send(.ownSystem, school: empty)

                // then
                #expect(again.entry.sha256 == file.entry.sha256)
                #expect(again.bytes == file.bytes)
                #expect(try await other.bringIn(again.bytes, school: empty).batch == nil)
            }
        }
    }

    @Test(arguments: [21, 22] as [UInt64])
    func `returns of each assessment hold its year and nothing else`(seed: UInt64) async throws {
        try await TestOffice.with(now: "2026-07-21T09:00:00.000Z") { office in
            // given
            let school = try await fill(office, seed: seed)
            for (destination, kind, name, stage) in [
                (.localAuthority, .eyfsp, "FSP_\(school.dfe.la)LLLL", "EYF"),
                (.localAuthority, .phonics, "PHO_\(school.dfe.la)LLLL", "KS1"),
                (.ownSystem, .mtc, "MTC_\(school.dfe.compact)", "KS2"),
                (.ownSystem, .ks2, "KS2_\(school.dfe.compact)", "KS2"),
            ] as [(ExportDestination, AssessmentKind, String, String)] {
                // when
                let file = try await office.send(destination, kind, school: school)

                // then
                #expect(file.name.hasPrefix("\(school.dfe.compact)_\(name)_00"), "\(file.name)")
                let read = try ExportDesk.read(file.bytes)
                #expect(read.header?.qualifier == "partial")
                #expect(read.pupils.count > 15, "\(kind)")
                #expect(read.pupils.allSatisfy { $0.basicDetails == nil && !$0.records.isEmpty })
                let records = read.pupils.flatMap(\.records)
                #expect(Set(records.map(\.yearText)) == ["2026"], "\(kind)")
                #expect(Set(records.map(\.stage)) == [stage], "\(kind)")
                #expect(try await office.bringIn(file.bytes, school: school).batch == nil, "\(kind)")
            }
        }
    }

    /// Everything that is stored of pupils and results.
    private func state(_ office: TestOffice, _ school: School) async throws -> [String] {
        try await office.tracker.database.read { session in
            var lines = try PupilStore(session).all(school: school.id).map { "\($0.pupil)" }
            for year in (2015...2027).compactMap(SchoolYear.init(endYear:)) {
                lines += try CohortStore(session).places(school: school.id, year: year).map { "\($0)" }
                for kind in AssessmentKind.allCases {
                    for (pupil, facts) in try ResultStore(session).facts(
                        school: school.id, year: year, assessment: kind)
                    {
                        lines += facts.map { "\(year) \(kind) \(pupil) \($0.key) \($0.value)" }
                    }
                }
            }
            lines += try CTFRecordStore(session).records(school: school.id).map { record in
                var record = record
                record.batchID = nil
                return "\(record)"
            }
            return lines.sorted()
        }
    }
}
