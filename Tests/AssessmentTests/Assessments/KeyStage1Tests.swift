import Assessment
import Testing

@Suite struct KeyStage1Tests {
    @Test(arguments: [
        (2016, "GDS EXS WTS PKF BLW A D L"), (2018, "GDS EXS WTS PKF BLW A D L"),
        (2019, "GDS EXS WTS PK4 PK3 PK2 PK1 EM A D L"), (2023, "GDS EXS WTS PK4 PK3 PK2 PK1 EM A D L"),
        (2026, "GDS EXS WTS PK4 PK3 PK2 PK1 EM A D L"),
    ])
    func `teacher assessment takes the codes of its year`(_ year: Int, _ codes: String) throws {
        let columns = try AnyAssessment.keyStage1(year).columns
        for subject in [Subject.reading, .writing, .mathematics] {
            #expect(
                columns.teacherAssessment(subject)?.typedCodes.map(\.code)
                    == codes.split(separator: " ").map(String.init))
        }
        #expect(columns.science.typedCodes.map(\.code) == ["EXS", "HNM", "A", "D", "L"])
        #expect(columns.science.code("Q")?.entry == .imported)
    }

    @Test func `the papers and scales are those of Key Stage 1`() throws {
        let columns = try AnyAssessment.keyStage1(2023).columns
        #expect(columns.kind == .ks1)
        #expect(
            columns.tests.map { $0.papers.map(\.kind) } == [
                [.mark(maximum: 20), .mark(maximum: 20)], [.mark(maximum: 20), .mark(maximum: 20)],
                [.mark(maximum: 25), .mark(maximum: 35)],
            ])
        #expect(columns.tests.map(\.total.kind) == [.total(maximum: 40), .total(maximum: 40), .total(maximum: 60)])
        #expect(columns.test(.reading)?.scaled.kind == .scaledScore(85...115))
        #expect(columns.filters.map(\.id) == ["english", "mathematics", "science", "summary"])
        #expect(columns.test(.gps)?.papers.first?.title == "Paper 1 (spelling)")
    }

    @Test func `tests take the codes A B D F L M N P Q U`() throws {
        let columns = try AnyAssessment.keyStage1(2023).columns
        for test in columns.tests {
            #expect(
                test.papers[0].typedCodes.map(\.code) == ["A", "B", "D", "F", "L", "M", "N", "P", "Q", "U"])
        }
    }

    @Test func `nothing locks between tests and teacher assessment`() throws {
        // given
        var row = try AnyAssessment.keyStage1(2023)
        let entries: [(ColumnID, String)] = [
            ("reading.paper1", "15"), ("reading.paper2", "12"), ("reading.ta", "EXS"), ("mathematics.ta", "PK4"),
            ("mathematics.paper1", "20"), ("mathematics.paper2", "30"), ("gps.paper1", "A"), ("writing.ta", "GDS"),
        ]
        // when
        for (column, value) in entries {
            row = row.setting(column, to: try row.check(value, in: column, source: .hand))
        }
        // then
        let cells = row.cells()
        #expect(cells["reading.total"]?.value == "27")
        #expect(cells["reading.outcome"]?.value == "AS", "the threshold of 2023 is 25")
        #expect(cells["reading.ta"]?.value == "EXS")
        #expect(cells["gps.outcome"]?.value == "A")
        for column in ["reading.ta", "mathematics.ta", "writing.ta"] as [ColumnID] {
            #expect(cells[column]?.access == .open)
            #expect(cells[column]?.note == nil)
        }
    }

    @Test func `teacher assessments are due to 2023 and nothing is from 2024`() throws {
        let before = try AnyAssessment.keyStage1(2023)
        let after = try AnyAssessment.keyStage1(2024)
        #expect(before.completeness() == (0, 4))
        #expect(
            Set(before.cells().filter(\.value.isDue).keys) == [
                "reading.ta", "writing.ta", "mathematics.ta", "science.ta",
            ])
        #expect(after.completeness() == (0, 0))
        #expect(after.cells().values.allSatisfy { !$0.isDue })
        let entered = try AnyAssessment.keyStage1(2024, ["reading.ta": "EXS", "reading.paper1": "15"])
        #expect(entered.completeness() == (1, 1))
        #expect(entered.cells().values.allSatisfy { !$0.isDue })
    }

    @Test func `a test that is begun is due to the end`() throws {
        let row = try AnyAssessment.keyStage1(2023, ["reading.paper1": "15"])
        #expect(row.cells()["reading.paper2"]?.isDue == true)
        #expect(row.cells()["mathematics.paper1"]?.isDue == false)
        #expect(row.completeness() == (0, 5))
    }

    @Test(
        arguments: [
            ("reading.scaled", "84", "84 is outside the scale. A scaled score must be 85 to 115."),
            ("reading.scaled", "116", "116 is outside the scale. A scaled score must be 85 to 115."),
            ("reading.scaled", "97+", "“97+” is not a scaled score. Enter a whole number from 85 to 115."),
            (
                "mathematics.paper1", "26",
                "Mathematics Paper 1 (arithmetic) is marked out of 25. Enter a whole number from 0 to 25, or a code (A, B, D, F, L, M, N, P, Q, U)."
            ),
        ] as [(ColumnID, String, String)])
    func `values outside are refused in words`(_ column: ColumnID, _ text: String, _ message: String) throws {
        #expect(try AnyAssessment.keyStage1(2023).problem(of: text, in: column)?.message == message)
    }

    @Test func `the measures go by the teacher assessment, whatever the test says`() throws {
        let row = try AnyAssessment.keyStage1(2023, ["reading.scaled": "115", "reading.ta": "WTS", "writing.ta": "L"])
        #expect(row.standing(ofTeacherAssessment: .reading) == .counted(.below, code: "WTS", score: nil))
        #expect(row.standing(ofTeacherAssessment: .writing) == .leftOut(code: "L"))
        #expect(row.standing(ofTeacherAssessment: .gps) == .notRecorded)
    }
}
