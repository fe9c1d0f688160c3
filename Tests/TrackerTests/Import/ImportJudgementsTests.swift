import Assessment
import Storage
import Testing
import Tracker

/// Teachers' judgements by file: the columns of the grid's own download, and what people write for them.
struct ImportJudgementsTests {
    private static let file = """
        UPN,Name,Class,Autumn 1 reading,Maths Aut 1,Spring 2 Science,Autumn 2 writing
        \(ImportFixture.amira),"Ahmed, Amira",6 Kestrel,JA,just at,SAB,
        \(ImportFixture.ben),"Brook, Ben",6 Kestrel,Significantly Below,se,,GDS

        """

    private static func judgements(_ fixture: ImportFixture, _ pupil: Int64) async throws -> [String: String] {
        let values = try await fixture.database.read { session in
            try ResultStore(session).values(school: fixture.school.id, pupil: pupil)
        }
        return Dictionary(
            values.filter { $0.key.assessment == .summative }.compactMap { key, value in
                value.value.map { (key.column.rawValue, $0) }
            }, uniquingKeysWith: { first, _ in first })
    }

    @Test(arguments: ImportFixture.engines)
    func `Judgements come in by their headings and words, are shown before, and are taken back`(
        engine: DatabaseEngine
    ) async throws {
        try await ImportFixture.with(engine) { fixture in
            // when
            let preview = try await fixture.preview(Self.file)
            // then
            #expect(try await Self.judgements(fixture, 1).isEmpty)
            #expect(
                preview.lines == [
                    "new autumn1.reading ->JA", "new autumn1.mathematics ->JA", "invalid spring2.science ->SAB",
                    "new autumn1.reading ->SBE", "new autumn1.mathematics ->SE", "unknown_code autumn2.writing ->GDS",
                ])
            // Science is judged once the school has switched it on.
            #expect(
                preview.message("spring2.science")
                    == "Science is not judged at this school. Switch it on under School, Terms, subjects and words.")
            // when
            let applied = try await fixture.apply(Self.file)
            // then
            #expect(try await Self.judgements(fixture, 1) == ["autumn1.reading": "JA", "autumn1.mathematics": "JA"])
            #expect(try await Self.judgements(fixture, 2) == ["autumn1.reading": "SBE", "autumn1.mathematics": "SE"])
            let again = try await fixture.preview(Self.file)
            #expect(again.lines.count { $0.hasPrefix("same") } == 4)
            #expect(again.lines.count { $0.hasPrefix("new") || $0.hasPrefix("changed") } == 0)
            // when
            let batch = try #require(applied.batch)
            _ = try await fixture.tracker.undo(batch: batch, as: .operator)
            // then
            #expect(try await Self.judgements(fixture, 1).isEmpty)
        }
    }

    @Test func `A judgement makes no place in a year group, and a pupil without one is refused with what to do`()
        async throws
    {
        try await ImportFixture.with { fixture in
            // given
            let file = "UPN,Autumn 1 reading\n\(ImportFixture.amira),JA\n"
            // when 2025 is asked for, in which nobody has a place
            let preview = try await fixture.preview(file, year: 2025)
            // then
            #expect(preview.lines == ["invalid autumn1.reading ->JA"])
            #expect(preview.message("autumn1.reading")?.contains("Put the pupil into the year group first.") == true)
        }
    }

    @Test(arguments: ImportFixture.engines)
    func `A file is read by the school's words and the standard ones, and shown in the school's`(engine: DatabaseEngine)
        async throws
    {
        try await ImportFixture.with(engine) { fixture in
            // given words in force from Spring 1 on
            try await fixture.tracker.change(
                JudgementSettingsTests.relabelled, school: fixture.school, as: .operator)
            let file = """
                UPN,Autumn 1 reading,Spring 1 reading,Spring 2 reading,Summer 1 reading,Autumn 2 reading
                \(ImportFixture.amira),SE,exs+,SE,Our Below,EXS+

                """
            // when
            let preview = try await fixture.preview(file)
            // then
            #expect(
                preview.lines == [
                    "new autumn1.reading ->SE", "unknown_code autumn2.reading ->EXS+", "new spring1.reading ->EXS+",
                    "new spring2.reading ->EXS+", "new summer1.reading ->WT2",
                ])
            // when
            let applied = try await fixture.apply(file)
            // then
            #expect(
                try await Self.judgements(fixture, 1) == [
                    "autumn1.reading": "SE", "spring1.reading": "SE", "spring2.reading": "SE", "summer1.reading": "BE",
                ])
            let batch = try #require(applied.batch)
            let content = try await fixture.tracker.content(ofBatch: batch, limit: 9, as: .operator)
            let steps = content.steps.map { "\($0.column?.rawValue ?? "") \($0.new ?? "")" }
            #expect(steps.contains("spring2.reading EXS+"))
            let changed = try await fixture.preview("UPN,Spring 1 reading\n\(ImportFixture.amira),GDS\n")
            #expect(changed.lines == ["changed spring1.reading EXS+>GDS"])
            #expect(changed.message("spring1.reading")?.hasPrefix("Replaces EXS+, stored on") == true)
        }
    }
}
