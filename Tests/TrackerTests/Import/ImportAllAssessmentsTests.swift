import Assessment
import Storage
import Testing
import Tracker

/// A Common Transfer File with every assessment, as a school and its neighbours send it.
struct ImportAllAssessmentsTests {
    /// Born in 2014: Reception 2020, Year 1 2021, Year 2 2022, Year 4 2024, Year 6 2026.
    private static let older = [
        ImportedCTF.record("KS1 PHO/TT/CHK/NM", "30", year: 2021),
        ImportedCTF.record("KS1 PHO/TT/CHK/NY", "WT", year: 2021),
        ImportedCTF.record("KS1 PHO/TT/CHK/NM", "35", year: 2022),
        ImportedCTF.record("KS1 PHO/TT/CHK/NY", "WA", year: 2022),
        ImportedCTF.record("KS1 ENG/TA/REA/NC", "EXS", year: 2022),
        ImportedCTF.record("KS1 SCI/TA/SCI/NC", "HNM", year: 2022),
        ImportedCTF.record("KS2 MAT/TT/MTC/MT", "24", year: 2024),
        ImportedCTF.record("KS2 ENG/TA/WRI/NC", "GDS", year: 2026),
    ]

    /// Born in 2016: Reception 2022, Year 1 2023.
    private static let younger =
        (1...17).map { number in
            let areas = [("COM", 2), ("PSE", 5), ("PHY", 7), ("LIT", 10), ("MAT", 12), ("UTW", 15), ("EXP", 17)]
            let area = areas.first { number <= $0.1 }?.0 ?? ""
            return ImportedCTF.record(
                "EYF \(area)/FA/E\(number < 10 ? "0" : "")\(number)/FD", number == 10 ? "1" : "2", year: 2022)
        } + [ImportedCTF.record("KS1 PHO/TT/CHK/NY", "A", year: 2023)]

    private static let first = ImportedCTF(
        source: "8209992", pupils: [ImportedCTF.pupil(ImportFixture.amira, records: older)]
    ).text
    private static let second = ImportedCTF(
        source: "8209992",
        pupils: [ImportedCTF.pupil(ImportFixture.ben, "Brook", "Ben", born: "2016-11-02", records: younger)]
    ).text

    /// Ben is younger than the fixture makes him.
    private func makeBenYounger(_ fixture: ImportFixture) async throws {
        try await fixture.database.write { session in
            let stored = try #require(try PupilStore(session).find(school: 1, id: 2))
            var ben = stored.pupil
            ben.dateOfBirth = CalendarDate(year: 2016, month: 11, day: 2)
            try PupilStore(session).update(
                ben, school: 1, expectedRevision: nil, by: ImportFixture.stamp(source: .command))
        }
    }

    @Test(arguments: ImportFixture.engines)
    func `Every result goes to its assessment, year and year group`(engine: DatabaseEngine) async throws {
        try await ImportFixture.with(engine) { fixture in
            // given
            try await makeBenYounger(fixture)

            // when
            let outcome = try await fixture.apply(Self.first, year: nil)
            let other = try await fixture.apply(Self.second, year: nil)

            // then: outcomes that marks give are not stored beside them
            #expect(try await fixture.facts(1, year: 2021, .phonics) == ["y1.mark": "30"])
            #expect(try await fixture.facts(1, year: 2022, .phonics) == ["y2.mark": "35"])
            #expect(try await fixture.facts(1, year: 2022, .ks1) == ["reading.ta": "EXS", "science.ta": "HNM"])
            #expect(try await fixture.facts(1, year: 2024, .mtc) == ["mark": "24"])
            #expect(try await fixture.facts(1, year: 2026) == ["writing.ta": "GDS"])
            #expect(outcome.preview.assessments == [.phonics: 4, .ks1: 2, .mtc: 1, .ks2: 1])
            #expect(outcome.preview.count(.new) == 6)
            #expect(outcome.preview.count(.same) == 2)
            let profile = try await fixture.facts(2, year: 2022, .eyfsp)
            #expect(profile.count == 17)
            #expect(profile["e10"] == "1")
            #expect(try await fixture.facts(2, year: 2023, .phonics) == ["y1.outcome": "A"])
            #expect(other.values == 18)
            // then: what a joiner reached elsewhere makes no place here, and the preview says so
            #expect(outcome.places == 0)
            #expect(
                outcome.preview.warnings.contains(
                    "1 pupil was not here in 2021/22, as far as is known: the results of Year 2 are stored with the pupil and count in no cohort of this school."
                ))
            let results = try await fixture.tracker.results(of: 1, school: fixture.school, as: .operator)
            #expect(results.map(\.assessment) == [.ks2, .mtc, .ks1, .phonicsInYear2, .phonics])
        }
    }

    @Test(arguments: ImportFixture.engines)
    func `Twice is once, undone is as before, and the order of files does not matter`(engine: DatabaseEngine)
        async throws
    {
        var ends: [[String]] = []
        for files in [[Self.first, Self.second], [Self.second, Self.first]] {
            try await ImportFixture.with(engine) { fixture in
                // given
                try await makeBenYounger(fixture)
                let before = try await fixture.dump()

                // when
                var batches: [Int64] = []
                for file in files { batches.append(try #require(try await fixture.apply(file, year: nil).batch)) }
                let after = try await fixture.dump()
                for file in files {
                    let again = try await fixture.apply(file, year: nil)
                    #expect(again.batch == nil)
                }

                // then
                #expect(try await fixture.dump() == after)
                ends.append(after)
                for batch in batches { _ = try await fixture.tracker.undo(batch: batch, as: .operator) }
                #expect(try await fixture.dump() == before)
            }
        }
        #expect(ends[0] == ends[1])
    }

    @Test func `Only the assessments that are ticked are taken`() async throws {
        try await ImportFixture.with { fixture in
            // when
            let outcome = try await fixture.apply(
                Self.first, year: nil, options: ImportOptions(take: [.mtc, .ks2, .phonics]))
            // then
            #expect(try await fixture.facts(1, year: 2022, .ks1).isEmpty)
            #expect(try await fixture.facts(1, year: 2024, .mtc) == ["mark": "24"])
            #expect(
                outcome.preview.warnings.contains(
                    "End of Key Stage 1: 2 records are in the file and left out, as asked."))
        }
    }

    @Test(arguments: [2020, 2021])
    func `A check of the pandemic, taken in the autumn, is the Year 1 check of its cohort`(year: Int) async throws {
        try await ImportFixture.with { fixture in
            // given: in Year 1 in 2021, whichever year the autumn check carries
            try await fixture.apply(
                ImportedCTF(
                    source: "8209992",
                    pupils: [
                        ImportedCTF.pupil(
                            ImportFixture.amira, records: [ImportedCTF.record("KS1 PHO/TT/CHK/NM", "33", year: year)])
                    ]
                ).text, year: nil)
            // then
            #expect(try await fixture.facts(1, year: year, .phonics) == ["y1.mark": "33"])
        }
    }

    @Test func `Results under the other key stage go to the one whose year group the pupil was in`() async throws {
        try await ImportFixture.with { fixture in
            // given: Year 2 in 2022, Year 6 in 2026; both stand under the wrong stage
            let outcome = try await fixture.apply(
                ImportedCTF(
                    source: "8209992",
                    pupils: [
                        ImportedCTF.pupil(
                            ImportFixture.amira,
                            records: [
                                ImportedCTF.record("KS2 ENG/TA/WRI/NC", "EXS", year: 2022),
                                ImportedCTF.record("KS1 SCI/TA/SCI/NC", "EXS", year: 2026),
                                ImportedCTF.record("KS1 MAT/TT/MTC/MT", "20", year: 2024),
                                ImportedCTF.record("KS2 PHO/TT/CHK/NM", "36", year: 2021),
                            ])
                    ]
                ).text, year: nil)
            // then
            #expect(try await fixture.facts(1, year: 2022, .ks1) == ["writing.ta": "EXS"])
            #expect(try await fixture.facts(1, year: 2022).isEmpty)
            #expect(try await fixture.facts(1, year: 2026) == ["science.ta": "EXS"])
            #expect(try await fixture.facts(1, year: 2024, .mtc) == ["mark": "20"])
            #expect(try await fixture.facts(1, year: 2021, .phonics) == ["y1.mark": "36"])
            #expect(
                outcome.preview.warnings.contains {
                    $0.hasPrefix("These stand under another stage than theirs")
                        && $0.contains("KS2 ENG/TA/WRI/NC") && $0.contains("KS1 SCI/TA/SCI/NC")
                })
        }
    }

    @Test func `The old profile and years without an assessment are kept and explained`() async throws {
        try await ImportFixture.with { fixture in
            // when
            let outcome = try await fixture.apply(
                ImportedCTF(
                    source: "8209992",
                    pupils: [
                        ImportedCTF.pupil(
                            ImportFixture.amira,
                            records: [
                                ImportedCTF.record("EYF LIT/FA/G09/FD", "3", year: 2019),
                                ImportedCTF.record("EYF LIT/FA/G09/FD", "2", year: 2020),
                                ImportedCTF.record("KS1 ENG/TA/REA/NC", "EXS", year: 2021),
                                ImportedCTF.record("KS2 MAT/TT/MTC/MT", "26", year: 2024),
                            ])
                    ]
                ).text, year: nil)
            // then
            #expect(try await fixture.facts(1, year: 2019, .eyfsp) == ["g09": "3"])
            for warning in [
                "Early Years Foundation Stage Profile, 2019/20: Not held because of the pandemic. 1 record is kept as it came.",
                "End of Key Stage 1, 2020/21: Not held because of the pandemic. 1 record is kept as it came.",
            ] { #expect(outcome.preview.warnings.contains(warning)) }
            #expect(outcome.preview.count(.invalid) == 1)
            #expect(outcome.preview.message("mark")?.contains("0 to 25") == true)
            #expect(outcome.records == 4)
        }
    }

    @Test func `Of several results of the tables check an annulled one stands before a mark, a mark before a code`()
        async throws
    {
        try await ImportFixture.with { fixture in
            // when
            let outcome = try await fixture.apply(
                ImportedCTF(
                    source: "8209992",
                    pupils: [
                        ImportedCTF.pupil(
                            ImportFixture.amira,
                            records: [
                                ImportedCTF.record("KS2 MAT/TT/MTC/MT", "A", year: 2024),
                                ImportedCTF.record("KS2 MAT/TT/MTC/MT", "19", year: 2024),
                            ]),
                        ImportedCTF.pupil(
                            ImportFixture.ben, "Brook", "Ben", born: "2014-11-02",
                            records: [
                                ImportedCTF.record("KS2 MAT/TT/MTC/MT", "19", year: 2024),
                                ImportedCTF.record("KS2 MAT/TT/MTC/MT", "Q", year: 2024),
                            ]),
                    ]
                ).text, year: nil)
            // then
            #expect(try await fixture.facts(1, year: 2024, .mtc) == ["mark": "19"])
            #expect(try await fixture.facts(2, year: 2024, .mtc) == ["mark": "Q"])
            #expect(outcome.preview.items.contains { $0.message?.hasPrefix("The file gives 19 as well") == true })
        }
    }

    @Test func `An outcome that contradicts the mark is shown, and the mark stands`() async throws {
        try await ImportFixture.with { fixture in
            // when: 31 did not meet the standard of 2022 and gives Wt
            let outcome = try await fixture.apply(
                ImportedCTF(
                    source: "8209992",
                    pupils: [
                        ImportedCTF.pupil(
                            ImportFixture.amira,
                            records: [
                                ImportedCTF.record("KS1 PHO/TT/CHK/NM", "31", year: 2022),
                                ImportedCTF.record("KS1 PHO/TT/CHK/NY", "WA", year: 2022),
                            ])
                    ]
                ).text, year: nil)
            // then
            #expect(try await fixture.facts(1, year: 2022, .phonics) == ["y2.mark": "31"])
            #expect(outcome.preview.item("y2.outcome")?.status == .conflict)
            #expect(
                outcome.preview.message("y2.outcome")
                    == "Phonics Year 2 outcome is worked out as Wt; the file gives Wa, which is not taken. Check the mark."
            )
        }
    }

    @Test func `A school's own file places its pupils in the years in which they were here`() async throws {
        try await ImportFixture.with { fixture in
            // given: came in Year 4
            try await fixture.database.write { session in
                var amira = try #require(try PupilStore(session).find(school: 1, id: 1)).pupil
                amira.entryDate = CalendarDate(year: 2023, month: 9, day: 4)
                try PupilStore(session).update(
                    amira, school: 1, expectedRevision: nil, by: ImportFixture.stamp(source: .command))
            }

            // when
            let outcome = try await fixture.apply(
                ImportedCTF(pupils: [ImportedCTF.pupil(ImportFixture.amira, records: Self.older)]).text, year: nil)

            // then
            #expect(try await fixture.places(2022).isEmpty)
            #expect(try await fixture.places(2024).map(\.yearGroup) == [.year4])
            #expect(
                outcome.preview.warnings.contains(
                    "1 pupil had no place in 2023/24 and is put into Year 4, without a class."))
        }
    }
}
