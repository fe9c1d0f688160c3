import Assessment
import FictionalSchools
import Testing

@Suite struct KeyStage2Tests {
    @Test func `every value passes the check of the grid as it is typed in, one by one`() throws {
        // given
        let reference = try Given.reference()

        for school in try Given.schools(25) {
            for result in school.keyStage2 {
                let columns = try #require(KeyStage2Columns(year: result.year.endYear, codes: reference.codes))
                var row = KeyStage2Row(columns: columns, facts: [:], tables: reference.tables)

                // when
                for (column, value) in result.enteredValues {
                    let checked = try row.check(value, in: column, source: .hand)
                    #expect(checked == value)
                    row = row.setting(column, to: checked)
                }

                // then
                #expect(row.facts == result.facts)
                let completeness = row.completeness()
                #expect(completeness.done == completeness.due)
            }
        }
    }

    @Test func `every value passes the check of a file as the results file brings it`() throws {
        // given
        let reference = try Given.reference()

        for school in try Given.schools(25) {
            for result in school.keyStage2 {
                let columns = try #require(KeyStage2Columns(year: result.year.endYear, codes: reference.codes))
                var row = KeyStage2Row(columns: columns, facts: [:], tables: reference.tables)

                // when
                for (column, value) in result.officialValues {
                    let checked = try row.check(value, in: column, source: .file)
                    #expect(checked == value)
                    row = row.setting(column, to: checked)
                }

                // then
                #expect(row.facts == result.officialFacts)
            }
        }
    }

    @Test func `what is typed and what the file says come to the same standing`() throws {
        // given
        let reference = try Given.reference()

        for school in try Given.schools(10) {
            for result in school.keyStage2 {
                let columns = try #require(KeyStage2Columns(year: result.year.endYear, codes: reference.codes))

                // when
                let typed = KeyStage2Row(columns: columns, facts: result.facts, tables: reference.tables)
                let official = KeyStage2Row(columns: columns, facts: result.officialFacts, tables: reference.tables)

                // then
                for subject in Subject.keyStage {
                    let standing = typed.standing(subject, specialConsideration: true)
                    #expect(standing.level == official.standing(subject, specialConsideration: true).level)
                    if case .notRecorded = standing { Issue.record("\(subject.title) of \(result.pupilID) is missing") }
                }
            }
        }
    }

    @Test func `scaled scores and outcomes are those of the year's table`() throws {
        // given
        let reference = try Given.reference()

        for result in try Given.schools(10).flatMap(\.keyStage2) {
            for (subject, test) in result.tests {
                guard case .sat(let sitting) = test else { continue }
                let key = ConversionTable.Key(year: result.year.endYear, keyStage: 2, subject: subject)

                // when
                let reading = reference.tables.read(raw: sitting.total, key)

                // then
                switch reading {
                case .score(let score): #expect(sitting.scaledScore == score)
                case .noScore: #expect(sitting.outcome == "N" && sitting.scaledScore == nil)
                case .byThreshold(let expected, _):
                    #expect(sitting.outcome == (expected ? "AS" : "NS") && sitting.scaledScore == nil)
                case .noTable: Issue.record("no table for \(key)")
                }
            }
        }
    }

    @Test func `each code that a school meets turns up somewhere`() throws {
        // given
        let results = try Given.schools(60).flatMap(\.keyStage2)

        // when
        var codes: Set<String> = []
        var assessments: Set<String> = []
        var special = 0
        for result in results {
            for (_, test) in result.tests {
                switch test {
                case .code(let code, _): codes.insert(code)
                case .sat(let sitting):
                    if sitting.outcome == "N" { codes.insert("N") }
                    if sitting.hasSpecialConsideration { special += 1 }
                }
            }
            assessments.formUnion([result.writing, result.science])
            assessments.formUnion(
                [result.readingTeacherAssessment, result.mathematicsTeacherAssessment].compactMap(\.self))
        }

        // then
        #expect(codes.isSuperset(of: ["A", "B", "F", "J", "L", "M", "N", "P", "U"]))
        #expect(
            assessments.isSuperset(of: [
                "GDS", "EXS", "WTS", "HNM", "PK6", "PK5", "PK4", "PK3", "PK2", "PK1", "EM", "A", "L",
            ]))
        #expect((20...400).contains(special))
    }

    @Test(arguments: [
        (Subject.reading, 72.0...79.0, 27.0...36.0), (.mathematics, 70...78, 22...30), (.gps, 69...77, 26...34),
        (.writing, 68...76, 10...16), (.science, 78...86, 0...0),
    ])
    func `forty schools come near the national percentages`(
        subject: Subject, expected: ClosedRange<Double>, higher: ClosedRange<Double>
    ) throws {
        // when
        let shares = try shares(40) { $0.standing(subject, specialConsideration: true) }

        // then
        #expect(expected.contains(shares.expected))
        #expect(higher.contains(shares.higher))
    }

    @Test func `reading, writing and mathematics together come near the national percentages`() throws {
        // when
        let all = try shares(40) { $0.standingInAllThree(specialConsideration: true) }
        let disadvantaged = try shares(40, of: { $0.isDisadvantaged == true }) {
            $0.standingInAllThree(specialConsideration: true)
        }
        let plan = try shares(40, of: { $0.sen == .plan }) { $0.standingInAllThree(specialConsideration: true) }

        // then
        #expect((58...66).contains(all.expected))
        #expect((6...11).contains(all.higher))
        #expect((10...28).contains(all.expected - disadvantaged.expected))
        #expect((2...20).contains(plan.expected))
    }

    /// Percentages of the pupils who count, all three years together.
    private func shares(
        _ count: Int, of fits: (Pupil) -> Bool = { _ in true }, _ standing: (KeyStage2Row) -> SubjectStanding
    ) throws -> (expected: Double, higher: Double) {
        let reference = try Given.reference()
        var (eligible, expected, higher) = (0.0, 0.0, 0.0)
        for school in try Given.schools(count) {
            for result in school.keyStage2 where try fits(#require(school.pupil(result.pupilID))) {
                let columns = try #require(KeyStage2Columns(year: result.year.endYear, codes: reference.codes))
                let row = KeyStage2Row(columns: columns, facts: result.facts, tables: reference.tables)
                guard let level = standing(row).level else { continue }
                eligible += 1
                if level >= .expected { expected += 1 }
                if level == .higher { higher += 1 }
            }
        }
        return (expected / eligible * 100, higher / eligible * 100)
    }
}
