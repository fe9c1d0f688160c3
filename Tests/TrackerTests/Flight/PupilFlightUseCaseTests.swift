import Assessment
import Reports
import Storage
import Testing
import Tracker

/// One pupil's results over time, from what is stored.
struct PupilFlightUseCaseTests {
    private static func school(_ office: TestOffice) async throws -> (School, Pupil) {
        let school = try await office.school()
        let pupil = try await office.tracker.addPupil(
            PupilForm([
                "upn": TestOffice.upns[0], "surname": "Adeyemi", "forename": "Sam", "date-of-birth": "2015-05-02",
                "year-group": "6", "class": "6 Kestrel",
            ]), school: school, year: TestOffice.year, as: .operator)
        for (kind, column, text) in [
            (AssessmentKind.summative, "autumn1.reading", "just at"), (.ks2, "reading.scaled", "112"),
            (.ks2, "writing.ta", "A"),
        ] as [(AssessmentKind, ColumnID, String)] {
            _ = try await office.tracker.enter(
                CellEntry(
                    assessment: kind, year: TestOffice.year, pupil: TestOffice.upns[0], column: column, text: text,
                    date: nil, revision: nil), school: school, source: .grid, as: .operator)
        }
        // Reached before the pupil came to this school.
        try await office.tracker.database.write { session in
            _ = try ResultStore(session).put(
                ResultChange(
                    cell: CellKey(
                        year: SchoolYear(endYear: 2022)!, assessment: .ks1, pupilID: pupil.id, column: "reading.ta"),
                    value: "GDS", assessedOn: nil), school: school.id, expectedRevision: nil,
                by: ChangeStamp(
                    author: Author(id: nil, name: "Office", role: "operator", source: .file),
                    at: "2026-06-01T09:00:00.000Z", batchID: nil))
        }
        return (school, pupil)
    }

    @Test(arguments: TestOffice.engines)
    func `Everything stored of a pupil is there, by id and by UPN, also what was reached elsewhere`(
        engine: DatabaseEngine
    ) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let (school, pupil) = try await Self.school(office)
            for key in ["\(pupil.id)", TestOffice.upns[0]] {
                // when
                let flight = try await office.tracker.flight(
                    of: key, school: school, year: TestOffice.year, as: .operator)
                // then
                #expect(flight.results.map(\.result) == ["GDS", "JA", "112", "A"])
                #expect(flight.results.map(\.standard) == ["above", "at", "above", nil])
                #expect(flight.stages.map(\.yearGroup.title).first == "Reception")
                #expect(flight.stages.first { $0.year.endYear == 2022 }?.yearGroup == .year2)
                #expect(flight.stages.last?.className == "6 Kestrel")
                let json = flight.json(school: school.dfe).text
                #expect(json.contains(#""report":"pupil""#))
                #expect(json.contains(#""result":"112","words":"Higher standard met","standard":"above""#))
            }
            let csv = try await office.tracker.flightFile(
                of: TestOffice.upns[0], as: .csv, school: school, year: TestOffice.year, for: .operator)
            #expect(
                String(decoding: csv, as: UTF8.self).contains(
                    "2026,6,ks2,,writing,KS2 teacher assessment,A,"))
            let xlsx = try await office.tracker.flightFile(
                of: TestOffice.upns[0], as: .xlsx, school: school, year: TestOffice.year, for: .operator)
            #expect(xlsx.starts(with: Array("PK".utf8)))
        }
    }

    @Test func `Who sees no names is refused before it is said whether there is such a pupil`() async throws {
        try await TestOffice.with { office in
            // given
            let (school, pupil) = try await Self.school(office)
            let governor = try await office.person(.anonymised, of: school)
            let reader = try await office.person(.readOnly, of: school)
            for key in ["\(pupil.id)", "12345", TestOffice.upns[1]] {
                // then
                await #expect(throws: TrackerError.self) {
                    do {
                        _ = try await office.tracker.flight(
                            of: key, school: school, year: TestOffice.year, as: governor)
                    } catch TrackerError.unknownPupil {
                        Issue.record("told whether the pupil exists")
                    }
                }
                await #expect(throws: TrackerError.self) {
                    _ = try await office.tracker.flightFile(
                        of: key, as: .csv, school: school, year: TestOffice.year, for: governor)
                }
            }
            _ = try await office.tracker.flight(
                of: "\(pupil.id)", school: school, year: TestOffice.year, as: reader)
            await #expect(throws: TrackerError.self) {
                _ = try await office.tracker.flight(of: "12345", school: school, year: TestOffice.year, as: reader)
            }
        }
    }
}
