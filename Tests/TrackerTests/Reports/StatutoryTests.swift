import Assessment
import FictionalSchools
import Foundation
import Reports
import Storage
import Testing

@testable import Tracker

@Suite struct StatutoryTests {
    static let reference = try? ReferenceData.load()

    /// A one-form fictional school with every assessment of three years, stored as it is.
    static func store(_ office: TestOffice) async throws -> School {
        let made = try FictionalSchool.make(seed: 5, forms: 1, history: 4, reference: try #require(reference))
        let school = try await office.tracker.addSchool(dfe: made.dfe, urn: made.urn, name: made.name, as: .operator)
        let stamp = ChangeStamp(
            author: Author(id: nil, name: "Office", role: "operator", source: .command), at: "2026-06-01T09:00:00.000Z")
        try await office.tracker.database.write { session in
            try PupilStore(session).insertMany(made.pupils, school: school.id, by: stamp)
            _ = try CohortStore(session).upsertMany(made.places, school: school.id, by: stamp)
            var changes: [ResultChange] = []
            for kind in AssessmentKind.allCases {
                for year in made.years {
                    for result in try made.results(of: kind, in: year) {
                        for (column, value) in result.values {
                            changes.append(
                                ResultChange(
                                    cell: CellKey(
                                        year: result.year, assessment: kind, pupilID: result.pupilID, column: column),
                                    value: value, assessedOn: CalendarDate(year: year, month: 6, day: 1)))
                        }
                    }
                }
            }
            _ = try ResultStore(session).putMany(
                changes.sorted {
                    ($0.cell.year, $0.cell.assessment.rawValue, $0.cell.pupilID, $0.cell.column)
                        < ($1.cell.year, $1.cell.assessment.rawValue, $1.cell.pupilID, $1.cell.column)
                }, school: school.id, by: stamp)
        }
        return school
    }

    private static func figure(_ report: StatutoryReport<StatutoryDashboard>, _ id: String) throws -> MeasureFigure {
        try #require(report.content.rows.first { $0.measure.id == id }?.latest.figure)
    }

    @Test(
        "a saved mark is in the dashboard of the next request, and only what it concerns is read again",
        arguments: TestOffice.engines)
    func live(engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let school = try await Self.store(office)
            let request = StatutoryRequest(year: TestOffice.year)
            let tracker = office.tracker
            let before = try await tracker.statutoryDashboard(request, school: school, as: .operator)
            let full = try #require(StatutoryMeasure.measure("mtc.full_marks"))
            let behind = try #require(before.pupils(behind: full, year: 2026))
            let pupil = try #require(behind.first { $0.side == .others && Int($0.result) != nil })
            let kept = try await tracker.snapshot(.ks2, school: school, year: TestOffice.year)

            // when
            _ = try await tracker.enter(
                CellEntry(
                    assessment: .mtc, year: TestOffice.year, pupil: "\(pupil.pupil.id)", column: "mark", text: "25",
                    date: nil, revision: nil), school: school, source: .grid, as: .operator)
            let after = try await tracker.statutoryDashboard(request, school: school, as: .operator)

            // then
            let (old, new) = (try Self.figure(before, "mtc.full_marks"), try Self.figure(after, "mtc.full_marks"))
            #expect((new.numerator, new.denominator) == (old.numerator + 1, old.denominator))
            #expect(after.pupils(behind: full, year: 2026)?.first { $0.pupil.id == pupil.pupil.id }?.side == .numerator)
            #expect(try Self.figure(after, "ks2.rwm") == (try Self.figure(before, "ks2.rwm")))
            let again = try await tracker.snapshot(.ks2, school: school, year: TestOffice.year)
            #expect(again.stamp == after.stamp)
            #expect(again.roll === kept.roll, "nobody changed place, so nobody was read again")
        }
    }

    @Test("many schools together are for those who may see the pupils of each", arguments: TestOffice.engines)
    func manySchools(engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let school = try await Self.store(office)
            let other = try await office.tracker.addSchool(
                dfe: try DfENumber("820/9998"), urn: try URN("999998"), name: "Empty Primary School", as: .operator)
            let request = StatutoryRequest(year: TestOffice.year)

            // when
            let all = try await office.tracker.statutory(.dashboard, request, of: [school, other], as: .operator)

            // then
            let one = try await office.tracker.statutoryDashboard(request, school: school, as: .operator)
            #expect(all.schools.map(\.number) == [school.dfe, other.dfe])
            #expect(all.schools[0].dashboard.rows == one.content.rows)
            #expect(all.total.rows == one.content.rows)
            for role in [Role.anonymised, .readOnly] {
                let reader = try await office.person(role, of: school)
                let own = try? await office.tracker.statutory(.dashboard, request, of: [school], as: reader)
                #expect((own != nil) == (role == .readOnly))
                await #expect(throws: TrackerError.self, "another school's") {
                    try await office.tracker.statutory(.dashboard, request, of: [school, other], as: reader)
                }
            }
        }
    }

    @Test(
        "a pupil who changes, a table that is loaded and a batch that is taken back are seen at once",
        arguments: TestOffice.engines)
    func everyChange(engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let school = try await Self.store(office)
            let tracker = office.tracker
            let girls = StatutoryRequest(year: TestOffice.year, group: GroupSelection(.girls))
            let before = try await tracker.statutoryDashboard(girls, school: school, as: .operator)
            let full = try #require(StatutoryMeasure.measure("mtc.full_marks"))
            let girl = try #require(before.pupils(behind: full, year: 2026)?.first { $0.side == .numerator })

            // when: one of the girls is recorded as a boy
            let stored = try #require(
                try await tracker.database.read { try PupilStore($0).find(school: school.id, id: girl.pupil.id) })
            let stamp = ChangeStamp(
                author: Author(id: nil, name: "Office", role: "operator", source: .command),
                at: "2026-06-16T09:00:00.000Z")
            try await tracker.database.write { session in
                var pupil = stored.pupil
                pupil.sex = .male
                _ = try PupilStore(session).update(
                    pupil, school: school.id, expectedRevision: stored.revision, by: stamp)
            }

            // then
            let after = try await tracker.statutoryDashboard(girls, school: school, as: .operator)
            #expect(
                try Self.figure(after, "mtc.full_marks").denominator
                    == (try Self.figure(before, "mtc.full_marks").denominator) - 1)

            // when: the pupil moves to another year group
            try await tracker.database.write { session in
                let place = CohortPlace(
                    pupilID: girl.pupil.id, year: TestOffice.year, yearGroup: .year5, className: "5 Owl")
                _ = try CohortStore(session).upsertMany([place], school: school.id, by: stamp)
            }

            // then
            let all = try await tracker.assessmentReport(
                .mtc, StatutoryRequest(year: TestOffice.year), school: school, as: .operator)
            #expect(all.pupils(behind: full, year: 2026)?.contains { $0.pupil.id == girl.pupil.id } == false)
        }
    }

    @Test("an anonymised reader gets figures without pupils; nobody without a role gets anything")
    func anonymised() async throws {
        try await TestOffice.with { office in
            // given
            let school = try await Self.store(office)
            let tracker = office.tracker
            let governor = Caller(
                userID: 7, name: "A Governor", email: "g@x.example", roles: [.school(school.id): .anonymised],
                channel: .page)
            let stranger = Caller(userID: 8, name: "Nobody", email: "n@x.example", roles: [:], channel: .page)
            let request = StatutoryRequest(year: TestOffice.year)

            // when
            let report = try await tracker.statutoryDashboard(request, school: school, as: governor)
            let phonics = try await tracker.assessmentReport(.phonics, request, school: school, as: governor)

            // then
            let measure = try #require(StatutoryMeasure.measure("mtc.full_marks"))
            #expect(report.isAnonymised && report.content.isAnonymised && phonics.isAnonymised)
            #expect(report.pupils(behind: measure, year: 2026) == nil)
            #expect(try Self.figure(report, "mtc.full_marks").leftOut.isEmpty)
            let own = try await tracker.statutoryJSON(.dashboard, request, school: school, as: .operator)
            let theirs = try await tracker.statutoryJSON(.dashboard, request, school: school, as: governor)
            #expect(own != theirs, "what was kept for one reader is not given to the other")
            #expect(!String(decoding: theirs, as: UTF8.self).contains("not_recorded"))
            for name in StatutoryReportName.allCases {
                await #expect(throws: TrackerError.self) {
                    try await tracker.statutoryJSON(name, request, school: school, as: stranger)
                }
                await #expect(throws: TrackerError.self) {
                    try await tracker.statutoryFile(name, request, as: .csv, school: school, for: stranger)
                }
            }
        }
    }

    @Test("leavers change nothing in a past year")
    func leavers() async throws {
        try await TestOffice.with { office in
            // given
            let school = try await Self.store(office)
            let tracker = office.tracker
            let request = StatutoryRequest(year: try #require(SchoolYear(endYear: 2025)))
            let before = try await tracker.statutoryJSON(.dashboard, request, school: school, as: .operator)
            let stamp = ChangeStamp(
                author: Author(id: nil, name: "Office", role: "operator", source: .command),
                at: "2026-06-16T09:00:00.000Z")

            // when: everybody leaves
            try await tracker.database.write { session in
                for stored in try PupilStore(session).all(school: school.id) {
                    var pupil = stored.pupil
                    pupil.leavingDate = CalendarDate(year: 2026, month: 6, day: 1)
                    _ = try PupilStore(session).update(
                        pupil, school: school.id, expectedRevision: stored.revision, by: stamp)
                }
            }

            // then
            #expect(try await tracker.statutoryJSON(.dashboard, request, school: school, as: .operator) == before)
        }
    }
}
