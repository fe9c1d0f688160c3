import Assessment
import Storage
import Testing

@Suite("Numbers that grow with every change")
struct WeightTests {
    private struct Weights: Equatable {
        var values: Int64
        var otherYear: Int64
        var otherAssessment: Int64
        var people: Int64
    }

    private func weights(_ database: any Database) async throws -> Weights {
        try await database.read { session in
            let store = ResultStore(session)
            return Weights(
                values: try store.weight(school: Sample.school, year: Sample.year(), assessment: .ks2),
                otherYear: try store.weight(school: Sample.school, year: Sample.year(2025), assessment: .ks2),
                otherAssessment: try store.weight(school: Sample.school, year: Sample.year(), assessment: .mtc),
                people: try PupilStore(session).weight(school: Sample.school))
        }
    }

    @Test("A value changed or cleared moves its own assessment and year, and nothing else", arguments: TestEngine.all)
    func values(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            var before = try await weights(database)
            for value in ["38", "39", nil, "39"] {
                // when
                try await database.write { session in
                    _ = try ResultStore(session).put(
                        try Sample.change(1, value), school: Sample.school, expectedRevision: nil, by: Sample.stamp)
                }
                // then
                let now = try await weights(database)
                #expect(now.values > before.values)
                before.values = now.values
                #expect(now == before)
            }
            // when: the same once more changes nothing
            try await database.write { session in
                _ = try ResultStore(session).put(
                    try Sample.change(1, "39"), school: Sample.school, expectedRevision: nil, by: Sample.stamp)
            }
            // then
            #expect(try await weights(database) == before)
        }
    }

    @Test("A pupil or place changed, added or taken away moves the people alone", arguments: TestEngine.all)
    func people(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            var before = try await weights(database)
            let place = CohortPlace(pupilID: 1, year: try Sample.year(), yearGroup: .year6, className: "6 Wren")
            let changes: [@Sendable (any SQLSession) throws -> Void] = [
                { session in
                    var pupil = try Sample.pupil(1)
                    pupil.preferredForename = "Jay"
                    try PupilStore(session).update(
                        pupil, school: Sample.school, expectedRevision: nil, by: Sample.stamp)
                },
                { try CohortStore($0).upsert(place, school: Sample.school, by: Sample.stamp) },
                { session in
                    var other = place
                    other.className = "6 Kestrel"
                    try CohortStore(session).upsert(other, school: Sample.school, by: Sample.stamp)
                },
                {
                    try CohortStore($0).remove(
                        school: Sample.school, year: place.year, pupil: 1, by: Sample.stamp)
                },
                { try PupilStore($0).insert(Sample.pupil(50), school: Sample.school, by: Sample.stamp) },
            ]
            for change in changes {
                // when
                try await database.write { try change($0) }
                // then
                let now = try await weights(database)
                #expect(now.people > before.people)
                before.people = now.people
                #expect(now == before)
            }
        }
    }
}
