import Assessment
import Spreadsheets
import Storage
import Testing

@testable import Tracker

/// Results of the other assessments from CSV and workbooks, under the names that downloads give them.
struct ImportAssessmentTablesTests {
    private func put(_ fixture: ImportFixture, _ pupil: Int64, in group: YearGroup, _ year: Int = 2026) async throws {
        try await fixture.database.write { session in
            try CohortStore(session).upsert(
                CohortPlace(
                    pupilID: pupil, year: try ImportFixture.year(year), yearGroup: group, className: "Wren"), school: 1,
                by: ImportFixture.stamp(source: .command))
        }
    }

    @Test(arguments: ImportFixture.engines)
    func `The download of the tables check gives marks and reasons`(engine: DatabaseEngine) async throws {
        try await ImportFixture.with(engine) { fixture in
            // given
            for pupil in 1...4 { try await put(fixture, Int64(pupil), in: .year4) }
            let file = """
                UPN,Surname,Forename,FormMark,PupilStatus,ReasonNotTakingCheck
                \(ImportFixture.amira),Ahmed,Amira,25,Complete,
                \(ImportFixture.ben),Brook,Ben,,Not taking the check,Working below expectation
                \(ImportFixture.zoe),O’Fictional-Smith,Zoë,,Not taking the check,Just arrived and unable to establish abilities
                \(ImportFixture.jan),Łukasiewicz,Jan,,Not taking the check,Gone fishing
                """

            // when
            let outcome = try await fixture.apply(file)
            let again = try await fixture.apply(file)

            // then
            #expect(try await fixture.facts(1, .mtc) == ["mark": "25"])
            #expect(try await fixture.facts(2, .mtc) == ["mark": "B"])
            #expect(try await fixture.facts(3, .mtc) == ["mark": "J"])
            #expect(try await fixture.facts(4, .mtc).isEmpty)
            #expect(outcome.preview.count(.invalid) == 1)
            #expect(
                outcome.preview.items.first { $0.status == .invalid }?.message?.hasPrefix(
                    "“Gone fishing” is not a reason that is known.") == true)
            #expect(outcome.preview.assessments == [.mtc: 4])
            #expect(again.batch == nil)
        }
    }

    @Test func `Phonics goes to Year 1 or Year 2 by the row, the place or the birth date`() async throws {
        try await ImportFixture.with { fixture in
            // given
            try await put(fixture, 1, in: .year1)
            try await put(fixture, 2, in: .year2)
            let file = """
                UPN,PHONICS_MARK,PHONICS_OUTCOME,NCYEARACTUAL
                \(ImportFixture.amira),31,Wa,
                \(ImportFixture.ben),12,Wt,
                \(ImportFixture.zoe),,A,2
                \(ImportFixture.jan),20,Wt,
                """

            // when
            let outcome = try await fixture.apply(file)

            // then
            #expect(try await fixture.facts(1, .phonics) == ["y1.mark": "31"])
            #expect(try await fixture.facts(2, .phonics) == ["y2.mark": "12"])
            #expect(try await fixture.facts(3, .phonics) == ["y2.outcome": "A"])
            #expect(try await fixture.facts(4, .phonics).isEmpty)
            #expect(
                outcome.preview.items.first { $0.status == .invalid }?.message?.hasPrefix(
                    "The phonics check is of Year 1 or Year 2, and the pupil was in Year 6 in 2025/26.") == true)
        }
    }

    @Test func `One table brings several assessments, ticked one by one`() async throws {
        try await ImportFixture.with { fixture in
            // given
            try await put(fixture, 1, in: .reception)
            try await put(fixture, 2, in: .year2)
            let file = """
                UPN,E01,E02 Speaking,Good level of development,KS1 Reading teacher assessment,KS1 mathematics paper 1
                \(ImportFixture.amira),2,3,Yes,,
                \(ImportFixture.ben),,,,GDS,25
                """

            // when
            let preview = try await fixture.preview(file, options: ImportOptions(take: [.eyfsp]))
            let outcome = try await fixture.apply(file)

            // then
            #expect(preview.assessments == [.eyfsp: 2, .ks1: 2])
            #expect(preview.warnings.contains("End of Key Stage 1: in the file and left out, as asked."))
            #expect(preview.count(.new) == 1)
            #expect(preview.message("e02")?.contains("Enter 1, 2, A") == true)
            #expect(
                preview.warnings.contains("Worked out here, so not read from the file: Good level of development."))
            #expect(outcome.values == 3)
            #expect(try await fixture.facts(1, .eyfsp) == ["e01": "2"])
            #expect(try await fixture.facts(2, .ks1) == ["reading.ta": "GDS", "mathematics.paper1": "25"])
        }
    }

    @Test func `Every column of every grid goes out under a heading that is read back as it`() throws {
        let reference = try ReferenceData.load()
        for assessment in YearGroupAssessment.all {
            for year in [2017, 2019, 2023, 2026] {
                guard let columns = try? reference.columns(of: assessment, year: year) else { continue }
                let map = try HeadingMap(
                    headings: ["UPN", "Name", "Class"]
                        + columns.all.map { Tracker.fileHeading($0, of: assessment.kind) },
                    fields: ResultsFields.all.map(\.known))
                #expect(
                    map.fieldIDs == ["upn", "name", "class"]
                        + columns.all.map { ResultsFields.id($0.id, assessment.kind) })
            }
        }
    }

    @Test func `The sheet of Year 2 phonics brings its own check and leaves that of Year 1 alone`() async throws {
        try await ImportFixture.with { fixture in
            // given
            try await put(fixture, 1, in: .year2)
            let file = """
                UPN,Name,Class,Phonics Year 1 mark,Phonics Year 1 outcome,Phonics Year 2 mark,Phonics Year 2 outcome
                \(ImportFixture.amira),"Ahmed, Amira",Wren,12,Wt,33,Wt
                """

            // when
            let outcome = try await fixture.apply(file)

            // then: the old outcome beside the new mark is compared, not taken
            #expect(try await fixture.facts(1, .phonics) == ["y2.mark": "33"])
            #expect(try await fixture.facts(1, year: 2025, .phonics).isEmpty)
            #expect(outcome.preview.warnings.contains { $0.hasPrefix("2 values are of the Year 1 check") })
        }
    }
}
