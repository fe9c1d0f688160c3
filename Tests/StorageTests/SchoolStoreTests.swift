import Assessment
import Storage
import Testing

@Suite("Schools, files, tables and settings")
struct SchoolStoreTests {
    @Test("A school is found by its current and by a former number", arguments: TestEngine.all)
    func schools(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            // then
            let numbers = try ["820/9991", "820/2001", "820/9992", "820/1111"].map { try Sample.dfe($0) }
            let (found, all, trusts, inTrust) = try await database.read { session in
                let store = SchoolStore(session)
                return (
                    try numbers.map { try store.find(dfe: $0)?.id }, try store.all(), try store.trusts(),
                    try store.schools(inTrust: "Weald Trust").map(\.id)
                )
            }
            #expect(found == [1, 1, 2, nil])
            #expect(all.map(\.name) == ["Ferndale Primary School", "Millbrook Primary School"])
            #expect(all.last?.formerNumbers == [try Sample.dfe("820/2001")])
            #expect(all.last?.urn?.text == "999991")
            #expect(trusts == ["Weald Trust"] && inTrust == [1])
        }
    }

    @Test("A number belongs to one school only; an update replaces all of them", arguments: TestEngine.all)
    func numbers(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            let taken = School(id: 3, dfe: try Sample.dfe("820/2001"), name: "Newcomer")
            // then
            do {
                try await database.write { try SchoolStore($0).insert(taken) }
                Issue.record("The school was stored.")
            } catch StorageError.duplicate {}
            let renewed = School(
                id: 1, dfe: try Sample.dfe("820/9995"), name: "Millbrook Academy",
                formerNumbers: [try Sample.dfe("820/9991")])
            try await database.write { session in
                try SchoolStore(session).update(renewed)
                try SchoolStore(session).insert(taken)
            }
            let former = try Sample.dfe("820/9991")
            let found = try await database.read { try SchoolStore($0).find(dfe: former) }
            #expect(found == renewed)
        }
    }

    @Test("A batch is listed, found by its file and taken back once", arguments: TestEngine.all)
    func batches(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            let batch = Batch(
                id: 5, kind: "ctf", fileName: "8209991_CTF_8209992_001.xml", sha256: "ab12", at: Sample.time,
                authorID: 7, authorName: "Robin Fairweather", role: "account-admin", year: try Sample.year(),
                countsJSON: #"{"new":3}"#)
            var later = batch
            later.id = 6
            later.at = Sample.later
            later.year = nil
            let second = later
            try await database.write { session in
                try BatchStore(session).insert(batch, school: Sample.school)
                try BatchStore(session).insert(second, school: Sample.school)
            }
            // when
            let undone = try await database.write { session in
                [
                    try BatchStore(session).markUndone(school: Sample.school, id: 5, at: Sample.later, by: "Kim"),
                    try BatchStore(session).markUndone(school: Sample.school, id: 5, at: Sample.later, by: "Kim"),
                    try BatchStore(session).markUndone(school: Sample.otherSchool, id: 6, at: Sample.later, by: "Kim"),
                ]
            }
            // then
            let (all, standing, school, other) = try await database.read { session in
                let store = BatchStore(session)
                return (
                    try store.all(school: Sample.school), try store.standing(school: Sample.school, sha256: "ab12"),
                    try store.school(ofBatch: 6), try store.find(school: Sample.otherSchool, id: 5)
                )
            }
            #expect(undone == [true, false, false])
            #expect(all.map(\.id) == [6, 5])
            #expect(all.last?.undoneBy == "Kim" && all.last?.year?.endYear == 2026)
            #expect(standing == [second])
            #expect(school == Sample.school && other == nil)
        }
    }

    @Test("Waiting files are kept, changed and cleared away by age", arguments: TestEngine.all)
    func uploads(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            let uploads = [(1, Sample.time), (2, Sample.later)].map { id, time in
                Upload(
                    id: Int64(id), fileName: "name (1).xml", storedAs: "file-\(id)", sha256: "cd", size: 1234, at: time,
                    authorID: nil, kind: "ctf", optionsJSON: "{}")
            }
            try await database.write { session in
                for upload in uploads { try UploadStore(session).insert(upload, school: Sample.school) }
                try UploadStore(session).setOptions(
                    school: Sample.school, id: 2, kind: "results", optionsJSON: #"{"take":["ks2"]}"#)
            }
            // when
            let removed = try await database.write { try UploadStore($0).deleteAll(before: Sample.later) }
            // then
            let left = try await database.read { try UploadStore($0).all(school: Sample.school) }
            #expect(removed == ["file-1"])
            #expect(left.map(\.kind) == ["results"])
            try await database.write { try UploadStore($0).delete(school: Sample.school, id: 2) }
            #expect(try await database.read { try UploadStore($0).find(school: Sample.school, id: 2) } == nil)
        }
    }

    @Test("CTF records stay as they came and go with their batch", arguments: TestEngine.all)
    func records(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            let records = (0..<4).map { (number: Int) -> StoredCTFRecord in
                StoredCTFRecord(
                    pupilID: Int64(number % 2 + 1), year: "2026", stage: "KS2", subject: "ENG", method: "TT",
                    component: "REA", status: "R", qualifier: "NS", locale: "ENG",
                    result: ["100", "101", "102", ""][number],
                    resultDate: "2026-07-07", batchID: number < 2 ? 1 : 2)
            }
            // when
            try await database.write { try CTFRecordStore($0).insertMany(records, school: Sample.school) }
            // then
            let (one, all) = try await database.read { session in
                (
                    try CTFRecordStore(session).records(school: Sample.school, pupil: 2),
                    try CTFRecordStore(session).records(school: Sample.school)
                )
            }
            #expect(one == [records[1], records[3]])
            #expect(all == [records[0], records[2], records[1], records[3]])
            try await database.write { try CTFRecordStore($0).deleteAll(school: Sample.school, batch: 1) }
            let left = try await database.read { try CTFRecordStore($0).records(school: Sample.school) }
            #expect(left == [records[2], records[3]])
        }
    }

    @Test("A new table takes the place of the one before, which is kept", arguments: TestEngine.all)
    func tables(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            let first = LoadedTable(
                id: 1, year: try Sample.year(), keyStage: 2, subject: .reading, loadedAt: Sample.time,
                authorName: "Kim Ashdown", scores: [nil, nil, 80, 81])
            var newer = first
            newer.id = 2
            newer.loadedAt = Sample.later
            newer.scores = [nil, 80, 81, 82]
            let second = newer
            // when
            try await database.write { session in
                try TableStore(session).insert(first)
                try TableStore(session).insert(second)
            }
            // then
            let (active, all) = try await database.read { session in
                (try TableStore(session).active(), try TableStore(session).all())
            }
            #expect(active == [second])
            #expect(all.map(\.id) == [2, 1])
            #expect(all.map(\.isActive) == [true, false])
            #expect(all.last?.scores == first.scores)
            let year = try Sample.year()
            try await database.write { session in
                try TableStore(session).deactivate(year: year, keyStage: 2, subject: .reading)
            }
            #expect(try await database.read { try TableStore($0).active() }.isEmpty)
        }
    }

    @Test("Choices and preferences are remembered and replaced", arguments: TestEngine.all)
    func settings(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            let year = try Sample.year()
            try await database.write { session in
                try UserStore(session).insert(
                    UserAccount(id: 7, email: "r@example.org", name: "Robin", createdAt: Sample.time))
                let store = SettingStore(session)
                for value in ["old", "new"] {
                    try store.setHeadingMapping(value, school: 1, signature: "UPN|SCORE")
                    try store.setSupplierChoice(value, school: 1, supplier: "A MIS", year: year)
                    try store.setPreference(value, user: 7, key: "theme")
                    try store.setInstallationSetting(value, key: "name")
                }
            }
            // then
            let values = try await database.read { session in
                let store = SettingStore(session)
                return [
                    try store.headingMapping(school: 1, signature: "UPN|SCORE"),
                    try store.supplierChoice(school: 1, supplier: "A MIS", year: year),
                    try store.preference(user: 7, key: "theme"), try store.preferences(user: 7)["theme"],
                    try store.installationSetting("name"), try store.headingMapping(school: 2, signature: "UPN|SCORE"),
                ]
            }
            #expect(values == ["new", "new", "new", "new", "new", nil])
        }
    }
}
