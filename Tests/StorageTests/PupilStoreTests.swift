import Assessment
import Storage
import Testing

@Suite("Pupils and cohorts")
struct PupilStoreTests {
    private func wholePupil() throws -> Pupil {
        Pupil(
            id: 10, upn: try Sample.upn(10), formerUPNs: [try Sample.upn(11), try Sample.upn(12)].sorted(),
            surname: "Ó’Brien-Łuczak", forename: "Zoë", preferredSurname: "Brien", preferredForename: "Zo",
            middleNames: "Anne Marie", dateOfBirth: CalendarDate(iso: "2015-03-04"), sex: .female, ethnicity: "WBRI",
            firstLanguage: "ENG", isEAL: false, sen: .support, isFSM: true, isFSM6: true, isLookedAfter: false,
            wasLookedAfter: nil, isServiceChild: false, entryDate: CalendarDate(iso: "2019-09-02"),
            leavingDate: CalendarDate(iso: "2026-07-21"), groups: ["Booster, spring", "Choir"])
    }

    @Test("A pupil comes back with every detail, and one with hardly any too", arguments: TestEngine.all)
    func roundTrip(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database, pupils: 0)
            let whole = try wholePupil()
            let bare = Pupil(id: 20, surname: "Ash", forename: "Bo")
            // when
            try await database.write { session in
                try PupilStore(session).insertMany([whole, bare], school: Sample.school, by: Sample.stamp)
            }
            // then
            let upn = try Sample.upn(10)
            let formerUPN = try Sample.upn(11)
            let (all, byID, byUPN, byFormer, schools) = try await database.read { session in
                let store = PupilStore(session)
                return (
                    try store.all(school: Sample.school), try store.find(school: Sample.school, id: 10),
                    try store.find(school: Sample.school, upn: upn),
                    try store.find(school: Sample.school, formerUPN: formerUPN), try store.schools(havingUPN: upn)
                )
            }
            let stored = StoredPupil(pupil: whole, revision: 1)
            #expect(all == [StoredPupil(pupil: bare, revision: 1), stored])
            #expect(byID == stored && byUPN == stored && byFormer == [stored])
            #expect(schools == [Sample.school])
        }
    }

    @Test("Two pupils of a school cannot have one UPN; of two schools they can", arguments: TestEngine.all)
    func duplicateUPN(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            var twin = try Sample.pupil(1)
            twin.id = 99
            let pupil = twin
            // then
            do {
                try await database.write { session in
                    try PupilStore(session).insert(pupil, school: Sample.school, by: Sample.stamp)
                }
                Issue.record("The second pupil was stored.")
            } catch StorageError.duplicate {}
            try await database.write { session in
                try PupilStore(session).insert(pupil, school: Sample.otherSchool, by: Sample.stamp)
            }
        }
    }

    @Test(
        "An update names its revision, keeps the history and changes nothing when nothing changed",
        arguments: TestEngine.all)
    func update(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database, pupils: 0)
            let first = try wholePupil()
            var changed = first
            changed.surname = "Ash"
            changed.formerUPNs = [try Sample.upn(12), try Sample.upn(13)].sorted()
            let second = changed
            try await database.write { try PupilStore($0).insert(first, school: Sample.school, by: Sample.stamp) }
            // when
            let stored = try await database.write { session in
                try PupilStore(session).update(second, school: Sample.school, expectedRevision: 1, by: Sample.stamp)
            }
            let again = try await database.write { session in
                try PupilStore(session).update(second, school: Sample.school, expectedRevision: 2, by: Sample.stamp)
            }
            // then
            #expect(stored == StoredPupil(pupil: second, revision: 2))
            #expect(again == stored)
            await #expect(throws: StorageError.pupilConflict(current: stored)) {
                try await database.write { session in
                    _ = try PupilStore(session).update(
                        first, school: Sample.school, expectedRevision: 1, by: Sample.stamp)
                }
            }
            let (found, history) = try await database.read { session in
                (
                    try PupilStore(session).find(school: Sample.school, id: 10),
                    try LedgerStore(session).pupilHistory(school: Sample.school, pupil: 10)
                )
            }
            #expect(found == stored)
            #expect(history.count == 2)
            #expect(try history[0].pupilBefore() == first)
            #expect(try history[0].pupilAfter() == second)
            #expect(try history[1].pupilBefore() == nil)
            #expect(try history[1].placeAfter() == nil)
        }
    }

    @Test("An unknown pupil is told", arguments: TestEngine.all)
    func unknown(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            try await Sample.fill(database)
            await #expect(throws: StorageError.unknownPupil(77)) {
                try await database.write { session in
                    _ = try PupilStore(session).update(
                        try Sample.pupil(77), school: Sample.school, expectedRevision: nil, by: Sample.stamp)
                }
            }
            await #expect(throws: StorageError.unknownPupil(1)) {
                try await database.write { session in
                    try PupilStore(session).delete(school: Sample.otherSchool, id: 1, by: Sample.stamp)
                }
            }
        }
    }

    @Test(
        "The search minds neither case nor accents, apostrophes and hyphens", arguments: TestEngine.all,
        [
            ("zoe", [Int64(10)]), ("ZOË", [10]), ("o'brien", [10]), ("obrien luczak", [10]), ("Anne", [10]),
            ("brien zo", [10]),
            ("ash", [20, 10]), ("%", []), ("_", []), ("", []), ("nobody", []), ("820999", []), ("'", []),
        ])
    func search(engine: DatabaseEngine, query: (String, [Int64])) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database, pupils: 0)
            var whole = try wholePupil()
            whole.middleNames = "Anne Ashley"
            let pupils = [whole, Pupil(id: 20, surname: "Ash", forename: "Bo")]
            try await database.write { try PupilStore($0).insertMany(pupils, school: Sample.school, by: Sample.stamp) }
            // when
            let found = try await database.read { session in
                try PupilStore(session).search(school: Sample.school, text: query.0, limit: 10).map(\.pupil.id)
            }
            // then
            #expect(found == query.1)
        }
    }

    @Test("The search finds a UPN by its beginning and keeps to the limit", arguments: TestEngine.all)
    func searchUPN(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            try await Sample.fill(database, pupils: 9)
            let upn = try Sample.upn(4)
            let (byUPN, limited) = try await database.read { session in
                (
                    try PupilStore(session).search(school: Sample.school, text: upn.text.lowercased(), limit: 5),
                    try PupilStore(session).search(school: Sample.school, text: "ashdown", limit: 5)
                )
            }
            #expect(byUPN.map(\.pupil.id) == [4])
            #expect(limited.count == 5)
        }
    }

    @Test("A pupil goes only when nothing of theirs is left", arguments: TestEngine.all)
    func delete(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            let year = try Sample.year()
            try await database.write { session in
                try CohortStore(session).upsert(
                    CohortPlace(pupilID: 1, year: year, yearGroup: .year6, className: "6A"), school: Sample.school,
                    by: Sample.stamp)
                _ = try ResultStore(session).put(
                    try Sample.change(2, "38"), school: Sample.school, expectedRevision: 0, by: Sample.stamp)
            }
            func delete(_ pupil: Int64) async throws {
                try await database.write { session in
                    try PupilStore(session).delete(school: Sample.school, id: pupil, by: Sample.stamp)
                }
            }
            // then
            for pupil in [Int64(1), 2] {
                do {
                    try await delete(pupil)
                    Issue.record("Pupil \(pupil) was deleted.")
                } catch StorageError.brokenReference {}
            }
            try await delete(3)
            try await database.write { session in
                try CohortStore(session).remove(school: Sample.school, year: year, pupil: 1, by: Sample.stamp)
                _ = try ResultStore(session).put(
                    try Sample.change(2, nil), school: Sample.school, expectedRevision: 1, by: Sample.stamp)
            }
            try await delete(1)
            try await delete(2)
            let (count, history) = try await database.read { session in
                (
                    try PupilStore(session).count(school: Sample.school),
                    try LedgerStore(session).pupilHistory(school: Sample.school, pupil: 1)
                )
            }
            #expect(count == 0)
            #expect(history.map(\.kind) == [.pupil, .place, .place, .pupil])
            #expect(history.first?.after == nil && history.last?.before == nil)
            #expect(try history[1].placeBefore()?.className == "6A")
        }
    }

    @Test("Places are kept year by year, and only changes are written", arguments: TestEngine.all)
    func places(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            let (before, now) = (try Sample.year(2025), try Sample.year(2026))
            let places = [
                CohortPlace(pupilID: 1, year: before, yearGroup: .year5, className: "5A"),
                CohortPlace(pupilID: 1, year: now, yearGroup: .year6, className: "6B"),
                CohortPlace(pupilID: 2, year: now, yearGroup: .year6, className: "6A"),
                CohortPlace(pupilID: 3, year: now, yearGroup: .reception, className: nil),
            ]
            // when
            func upsert(_ places: [CohortPlace]) async throws -> Int {
                try await database.write { session in
                    try CohortStore(session).upsertMany(places, school: Sample.school, by: Sample.stamp(batch: 4))
                }
            }
            let first = try await upsert(places)
            let again = try await upsert(places)
            let moved = try await upsert([
                CohortPlace(pupilID: 2, year: now, yearGroup: .year6, className: "6B"), places[1],
            ])
            // then
            #expect([first, again, moved] == [4, 0, 1])
            let (ofYear, ofPupil, years, classes, year6, entries) = try await database.read { session in
                let store = CohortStore(session)
                return (
                    try store.places(school: Sample.school, year: now),
                    try store.places(school: Sample.school, pupil: 1),
                    try store.years(school: Sample.school), try store.classes(school: Sample.school, year: now),
                    try store.classes(school: Sample.school, year: now, yearGroup: .reception),
                    try LedgerStore(session).pupilEntries(school: Sample.school, batch: 4)
                )
            }
            #expect(ofYear.map(\.className) == ["6B", "6B", nil])
            #expect(ofPupil == [places[0], places[1]])
            #expect(years == [before, now])
            #expect(classes == ["6B"] && year6.isEmpty)
            #expect(entries.count == 5)
            #expect(try entries.last?.placeBefore()?.className == "6A")
        }
    }

    @Test("A place for nobody, and two places at once, are refused", arguments: TestEngine.all)
    func wrongPlaces(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            try await Sample.fill(database)
            let year = try Sample.year()
            func upsert(_ pupils: [Int64]) async throws {
                try await database.write { session in
                    _ = try CohortStore(session).upsertMany(
                        pupils.map { CohortPlace(pupilID: $0, year: year, yearGroup: .year6) }, school: Sample.school,
                        by: Sample.stamp)
                }
            }
            do {
                try await upsert([88])
                Issue.record("The place was stored.")
            } catch StorageError.brokenReference {}
            do {
                try await upsert([1, 1])
                Issue.record("The place was stored twice.")
            } catch StorageError.duplicate {}
        }
    }
}
