import Assessment
import Reports
import Testing

@Suite struct ConversionMatrixTests {
    /// One side of every kind, and every subject of those that have some.
    static let sides: [MatrixSide] =
        MatrixPoint.statutory.flatMap { point in
            point.subjects.isEmpty ? [MatrixSide(point)] : point.subjects.map { MatrixSide(point, $0) }
        } + [
            MatrixSide(.judgement(.year5, .summer2), .reading), MatrixSide(.judgement(.year6, .spring1), .reading),
            MatrixSide(.judgement(.year6, .summer2), .writing),
            MatrixSide(.judgement(.reception, .autumn1), .mathematics),
        ]

    @Test func `every pair of sides agrees with a separate calculation over random pupils`() throws {
        let histories = Journeys.random(120, seed: 5)
        let cohort = try Journeys.cohort(histories)
        for from in Self.sides {
            for to in Self.sides {
                // when
                let matrix = ConversionMatrix(cohort, from: from, to: to)
                // then
                var expected: [String: [Int64]] = [:]
                var without: [Int64] = []
                for (place, history) in histories.enumerated() {
                    if let then = PlainMatrix.result(from, history), let now = PlainMatrix.result(to, history) {
                        expected["\(then)|\(now)", default: []].append(Int64(place + 1))
                    } else {
                        without.append(Int64(place + 1))
                    }
                }
                var found: [String: [Int64]] = [:]
                for (row, inRow) in zip(matrix.rows, matrix.cells) {
                    for (column, cell) in zip(matrix.columns, inRow) where cell.count > 0 {
                        found["\(row.id)|\(column.id)"] = cell.pupils
                    }
                }
                #expect(found == expected, "\(from.id) to \(to.id)")
                #expect(matrix.without.map(\.id) == without, "\(from.id) to \(to.id)")
            }
        }
    }

    @Test func `lower, same and higher agree with the levels written out, and nothing is said without a standard`()
        throws
    {
        let cohort = try Journeys.cohort(Journeys.random(120, seed: 6))
        for from in Self.sides {
            for to in Self.sides {
                let matrix = ConversionMatrix(cohort, from: from, to: to)
                guard matrix.scale != .own else { continue }
                for (row, inRow) in zip(matrix.rows, matrix.cells) {
                    for (column, cell) in zip(matrix.columns, inRow) {
                        let step = Self.step(from, row.id, to, column.id)
                        #expect(cell.step == step, "\(from.id) \(row.id) to \(to.id) \(column.id)")
                    }
                }
            }
        }
    }

    @Test(arguments: [(2016, 21, 34), (2019, 28, 41), (2022, 29, 41), (2023, 24, 38), (2026, 25, 39)])
    func `marks stand in their place by the marks for 100 and 110, with a table for the year or without`(
        year: Int, expected: Int, higher: Int
    ) throws {
        // given: a pupil for every mark of reading but the lowest, and one whose standard is known and whose mark is not
        let columns = try Shipped.data.columns(of: .ks2, year: year)
        let marks = Array(5...50)
        let facts: [Facts] =
            marks.map { ["reading.paper1": "\($0)", "writing.ta": "EXS"] }
            + [["reading.outcome": "AS", "writing.ta": "EXS"]]
        let journeys = try facts.enumerated().map { place, facts in
            let pupil = Pupil(id: Int64(place + 1), surname: "Fictional", forename: "Pupil \(place + 1)")
            return PupilJourney(
                pupil: pupil,
                place: CohortPlace(
                    pupilID: pupil.id, year: try #require(SchoolYear(endYear: year)), yearGroup: .year6, className: nil),
                rows: [columns.anyRow(facts, earlier: [:])])
        }
        // when
        let matrix = ConversionMatrix(
            JourneyCohort(year: year, journeys: journeys, settings: .standard),
            from: MatrixSide(.keyStage2TeacherAssessment, .writing), to: MatrixSide(.keyStage2Test, .reading))
        // then
        let totals = Dictionary(uniqueKeysWithValues: zip(matrix.columns.map(\.id), matrix.columnTotals))
        #expect(totals["110+"] == marks.count { $0 >= higher })
        #expect(totals["100-109"] == marks.count { $0 >= expected && $0 < higher })
        #expect(totals["below_100"] == marks.count { $0 < expected })
        #expect(totals["AS"] == 1)
    }

    private static func step(_ from: MatrixSide, _ row: String, _ to: MatrixSide, _ column: String) -> MatrixStep? {
        guard var then = PlainMatrix.levels(from, row), var now = PlainMatrix.levels(to, column) else { return nil }
        if PlainMatrix.isTwoLevel(from) || PlainMatrix.isTwoLevel(to) {
            then = Set(then.map { min($0, 1) })
            now = Set(now.map { min($0, 1) })
        }
        if then.allSatisfy({ one in now.allSatisfy { one < $0 } }) { return .higher }
        if then.allSatisfy({ one in now.allSatisfy { one > $0 } }) { return .lower }
        return then == now && then.count == 1 ? .same : nil
    }

    @Test func `the totals are the cohort, and a row's percentages are of the row`() throws {
        let cohort = try Journeys.cohort(Journeys.random(90, seed: 7))
        for from in Self.sides {
            for to in Self.sides {
                let matrix = ConversionMatrix(cohort, from: from, to: to)
                #expect(matrix.pupils == 90)
                #expect(matrix.rowTotals.reduce(0, +) == matrix.columnTotals.reduce(0, +))
                #expect(matrix.total + matrix.without.count == 90)
                for (total, row) in zip(matrix.rowTotals, matrix.cells) {
                    #expect(row.allSatisfy { $0.share == Share(count: $0.count, of: total) })
                }
                #expect(matrix.without.allSatisfy { ($0.from ?? $0.to) != nil })
            }
        }
    }

    @Test func `exchanging From and To transposes the counts and turns lower and higher round`() throws {
        let cohort = try Journeys.cohort(Journeys.random(90, seed: 8))
        func turned(_ step: MatrixStep?) -> MatrixStep? {
            switch step {
            case .lower: .higher
            case .higher: .lower
            case .same, nil: step
            }
        }
        for from in Self.sides {
            for to in Self.sides {
                let there = ConversionMatrix(cohort, from: from, to: to)
                let back = ConversionMatrix(cohort, from: to, to: from)
                #expect(there.rows.map(\.id) == back.columns.map(\.id))
                #expect(there.scale == back.scale)
                for row in there.rows.indices {
                    for column in there.columns.indices {
                        let cell = there.cells[row][column]
                        let other = back.cells[column][row]
                        #expect(cell.pupils == other.pupils)
                        #expect(turned(cell.step) == other.step, "\(from.id) to \(to.id)")
                    }
                }
            }
        }
    }

    @Test func `the same is the diagonal when both sides are one assessment`() throws {
        let cohort = try Journeys.cohort(Journeys.random(90, seed: 9))
        for from in Self.sides {
            for to in Self.sides {
                let matrix = ConversionMatrix(cohort, from: from, to: to)
                guard matrix.scale == .own else { continue }
                for (row, inRow) in zip(matrix.rows, matrix.cells) {
                    for (column, cell) in zip(matrix.columns, inRow) {
                        #expect((cell.step == .same) == (row.id == column.id), "\(from.id) to \(to.id)")
                    }
                }
            }
        }
        // Judgements against judgements are told by all six steps, in whichever terms and subjects.
        let matrix = ConversionMatrix(
            cohort, from: Self.sides[Self.sides.count - 1], to: Self.sides[Self.sides.count - 2])
        #expect(matrix.scale == .own)
        #expect(matrix.cell("JA", "SE")?.step == .higher)
        #expect(matrix.cell("SAB", "AB")?.step == .lower)
    }

    @Test func `a table worked by hand, from Key Stage 1 reading to the Key Stage 2 test`() throws {
        // given
        func pupil(_ then: String?, _ now: Facts) -> Journeys.History {
            [
                Journeys.key(.ks1): then.map { ["reading.ta": $0] } ?? [:], Journeys.key(.ks2): now,
            ]
        }
        let cohort = try Journeys.cohort([
            pupil("GDS", ["reading.scaled": "112"]), pupil("GDS", ["reading.scaled": "104"]),
            pupil("EXS", ["reading.scaled": "100"]), pupil("EXS", ["reading.scaled": "97+"]),
            pupil("EXS", ["reading.scaled": "97"]), pupil("EXS", ["reading.outcome": "A"]),
            pupil("WTS", ["reading.scaled": "99"]), pupil("WTS", ["reading.scaled": "110"]),
            pupil("WTS", ["reading.outcome": "N"]), pupil("WTS", ["reading.outcome": "L"]),
            pupil(nil, ["reading.scaled": "105"]), pupil(nil, [:]), pupil("L", ["reading.scaled": "105"]),
        ])
        // when
        let matrix = ConversionMatrix(
            cohort, from: MatrixSide(.keyStage1, .reading), to: MatrixSide(.keyStage2Test, .reading))
        // then
        #expect(matrix.rows.map(\.id) == ["WTS", "EXS", "GDS"])
        #expect(matrix.columns.map(\.id) == ["N", "below_100", "100-109", "110+", "A"])
        #expect(
            matrix.cells.map { $0.map(\.count) } == [
                [1, 1, 0, 1, 0], [0, 1, 2, 0, 1], [0, 0, 1, 1, 0],
            ])
        #expect(matrix.cell("EXS", "100-109")?.share.inWords == "2 of 4 (50%)")
        #expect(matrix.cell("EXS", "100-109")?.step == .same)
        #expect(matrix.cell("EXS", "below_100")?.step == .lower)
        #expect(matrix.cell("EXS", "A")?.step == nil)
        #expect(matrix.cell("WTS", "110+")?.step == .higher)
        #expect(matrix.cell("WTS", "N")?.step == .same)
        #expect(matrix.scale == .threeLevels)
        #expect(MatrixStep.allCases.map(matrix.count) == [2, 5, 1])
        #expect(matrix.without.map(\.id) == [10, 11, 12, 13])
        #expect(
            matrix.without.map { [$0.from, $0.to] } == [
                [nil, "Left the school (L)"], ["Nothing recorded", nil], ["Nothing recorded", "Nothing recorded"],
                ["Left the school (L)", nil],
            ])
    }

    @Test func `where one side has no higher standard, at and above count as one`() throws {
        // given
        func pupil(_ phonics: String, _ score: String) -> Journeys.History {
            [Journeys.key(.phonics): ["y1.outcome": phonics], Journeys.key(.ks2): ["reading.scaled": score]]
        }
        let cohort = try Journeys.cohort([pupil("Wa", "112"), pupil("Wa", "95"), pupil("Wt", "101"), pupil("D", "101")])
        // when
        let matrix = ConversionMatrix(
            cohort, from: MatrixSide(.phonicsYear1), to: MatrixSide(.keyStage2Test, .reading))
        // then
        #expect(matrix.scale == .twoLevels)
        #expect(matrix.cell("Wa", "110+")?.step == .same)
        #expect(matrix.cell("Wa", "below_100")?.step == .lower)
        #expect(matrix.cell("Wt", "100-109")?.step == .higher)
        #expect(matrix.cell("D", "100-109")?.step == nil)
        // when there is no standard at all
        let marks = ConversionMatrix(
            cohort, from: MatrixSide(.multiplication), to: MatrixSide(.keyStage2Test, .reading))
        #expect(marks.scale == .none)
        #expect(marks.cells.joined().allSatisfy { $0.step == nil })
    }

    @Test func `a group has the pupils of the group only, and a class is one`() throws {
        // given
        let cohort = try Journeys.cohort(Journeys.random(40, seed: 10))
        let from = MatrixSide(.keyStage1, .writing)
        let to = MatrixSide(.judgement(.year6, .summer2), .writing)
        // when
        let kestrel = ConversionMatrix(cohort, from: from, to: to, group: .init(.schoolClass("6 Kestrel")))
        let merlin = ConversionMatrix(cohort, from: from, to: to, group: .init(.schoolClass("6 Merlin")))
        // then
        #expect(kestrel.pupils == 20)
        let all = ConversionMatrix(cohort, from: from, to: to)
        #expect(kestrel.total + merlin.total == all.total)
        #expect(cohort.groups.contains(.schoolClass("6 Merlin")))
    }

    @Test func `other words for judgements change headings and no figure`() throws {
        // given
        let histories = Journeys.random(60, seed: 11)
        var settings = SummativeSettings.standard
        let labels = "WT- WT EXS- EXS GDS- GDS".split(separator: " ").map {
            JudgementLabel(short: String($0), words: "In words \($0)")
        }
        settings.labels = try settings.labels.changing(
            to: labels, from: #require(CalendarDate(iso: "2020-01-01")))
        let from = MatrixSide(.judgement(.year5, .summer2), .reading)
        let to = MatrixSide(.judgement(.year6, .summer2), .reading)
        // when
        let plain = ConversionMatrix(try Journeys.cohort(histories), from: from, to: to)
        let renamed = ConversionMatrix(try Journeys.cohort(histories, settings: settings), from: from, to: to)
        // then
        #expect(plain.cells == renamed.cells)
        #expect(plain.rows == renamed.rows)
        #expect(renamed.rows.map(\.title) == ["WT-", "WT", "EXS-", "EXS", "GDS-", "GDS"])
        #expect(renamed.rows[2].words == "In words EXS-")
    }

    @Test func `sides are named in addresses, and read back`() {
        for point in MatrixPoint.all {
            #expect(MatrixPoint(id: point.id) == point)
            for side in [MatrixSide(point)] + point.subjects.map({ MatrixSide(point, $0) }) {
                #expect(MatrixSide(id: side.id) == side)
            }
        }
        #expect(MatrixSide(id: "ks2.ta")?.subject == .writing)
        #expect(MatrixSide(id: "ks2.test.gps")?.title == "Key Stage 2 test, grammar, punctuation and spelling")
        #expect(MatrixSide(id: "year5.summer2.reading")?.title == "Year 5 Summer 2, reading")
        for text in ["", "ks2", "ks2.test.writing", "mtc.reading", "year7.summer2", "year5.summer3.reading", "ks1."] {
            #expect(MatrixSide(id: text) == nil, "\(text)")
        }
        #expect(MatrixSide(.keyStage2Test, .writing) == MatrixSide(.keyStage2Test, .reading))
    }

    @Test func `the files say what the matrix says`() throws {
        // given
        func pupil(_ then: String, _ now: String) -> Journeys.History {
            [Journeys.key(.phonics): ["y1.outcome": then], Journeys.key(.ks2): ["reading.scaled": now]]
        }
        let cohort = try Journeys.cohort([pupil("Wa", "104"), pupil("Wa", "95"), pupil("Wa", "112"), [:]])
        // when
        let matrix = ConversionMatrix(
            cohort, from: MatrixSide(.phonicsYear1), to: MatrixSide(.keyStage2Test, .reading))
        // then
        #expect(
            matrix.text(title: "Elmfield, 820/9991") == """
                Conversion matrix 2029: Elmfield, 820/9991
                From: Phonics, Year 1
                To:   Key Stage 2 test, reading
                All pupils: 4 pupils, 1 without one of the two

                       Below 100  100–109    110+       Total
                Wt     .          .          .          0
                Wa     1 (33%) -  1 (33%) =  1 (33%) =  3
                Total  1          1          1          3

                1 lower -, 2 same =, 0 higher +

                One side has no higher standard, so only below the standard is told from at the standard or above. Codes that say nothing about the standard, such as A (absent), are not compared.

                """)
        let table = matrix.table()
        #expect(table.count == 1 + 6 + 1)
        #expect(
            table[4] == [
                "phonics.year1", "Wa", "ks2.test.reading", "Below 100", "all", "1", "3", "33.333333333333336", "lower",
            ])
        let json = matrix.json(school: try DfENumber("820/9991")).text
        #expect(
            json.hasPrefix(
                #"{"report":"conversion-matrix","school":"820/9991","year":2029,"year_group":"6","group":"all","from":{"id":"phonics.year1","title":"Phonics, Year 1"}"#
            ))
        #expect(json.contains(#""row_totals":[0,3],"column_totals":[1,1,1],"total":3,"without":1,"pupils":4"#))
        #expect(json.hasSuffix(#""steps":{"lower":1,"same":2,"higher":0},"scale":"two_levels"}"#))
    }
}
