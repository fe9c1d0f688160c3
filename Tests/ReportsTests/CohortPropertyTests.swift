import Assessment
import Reports
import Testing

@Suite struct CohortPropertyTests {
    static let years = [2017, 2019, 2024, 2026, 2027]

    static func measures(_ outcomes: KeyStage2Outcomes) -> [MeasureID] {
        var all: [MeasureID] = [.nothingRecorded]
        for area in KeyStage2Area.allCases {
            all +=
                area.headlineMeasures + [.leftOut(area), .notRecorded(area), .incomplete(area), .awaitingTable(area)]
            if area != .rwm { all += outcomes.codes(area).map { .code(area, $0.code) } }
            if area.isTest {
                all +=
                    ScoreRange.all.map { .range(area, $0) } + (80...120).map { .score(area, $0) } + [.nearMisses(area)]
            }
        }
        return all
    }

    @Test(
        "a second calculation, straight from the definitions, agrees over random cohorts with every code",
        arguments: years)
    func secondCalculation(_ year: Int) throws {
        for seed in 0..<12 as Range<UInt64> {
            // given
            let records = try Cohorts.random(60, year: year, seed: seed * 1000 + UInt64(year))
            for plus in [true, false] {
                // when
                let outcomes = KeyStage2Outcomes(
                    year: year, records: records, tables: Shipped.data.tables, specialConsideration: plus)
                let plain = PlainCalculation(year: year, plusCounts: plus)
                for area in KeyStage2Area.allCases {
                    let ours = try #require(outcomes[area])
                    let theirs = plain.figures(records.map(\.row.facts), area)
                    // then
                    #expect(ours.eligible == theirs.eligible, "\(area) \(seed)")
                    #expect(ours.atExpected == theirs.expected, "\(area) \(seed)")
                    #expect(ours.atHigher == theirs.higher, "\(area) \(seed)")
                    #expect(ours.leftOut.values.reduce(0, +) == theirs.leftOut, "\(area) \(seed)")
                    guard area.isTest else { continue }
                    #expect(ours.scores?.pupils == theirs.scores.count, "\(area) \(seed)")
                    #expect(ours.scores?.sum == theirs.scores.reduce(0, +), "\(area) \(seed)")
                }
            }
        }
    }

    @Test(
        "every count equals the list of pupils behind it, and the numerator is within the denominator", arguments: years
    )
    func lists(_ year: Int) throws {
        let cohort = Cohorts.cohort(try Cohorts.random(70, year: year, seed: 11), year: year, excluded: [3, 9])
        for group in cohort.groups {
            let outcomes = cohort.outcomes(GroupSelection(group))
            let everybody = (outcomes.cohort ?? 0) + outcomes.excluded
            for measure in Self.measures(outcomes) {
                let behind = try #require(outcomes.pupils(behind: measure))
                #expect(Set(behind.numerator).isSubset(of: behind.denominator), "\(measure.id)")
                #expect(Set(behind.denominator).isDisjoint(with: behind.leftOut.map(\.id)), "\(measure.id)")
                #expect(behind.denominator.count + behind.leftOut.count == everybody, "\(measure.id)")
                #expect(behind.leftOut.allSatisfy { !$0.reason.isEmpty })
                if let share = outcomes.share(measure) {
                    #expect(behind.numerator.count == share.count, "\(group.id) \(measure.id)")
                    #expect(behind.denominator.count == share.of, "\(group.id) \(measure.id)")
                } else if case .averageScaledScore(let area) = measure {
                    #expect(behind.numerator.count == outcomes[area]?.scores?.pupils)
                } else {
                    Issue.record("\(measure.id) has no share")
                }
            }
        }
    }

    @Test("groups that divide the cohort add up to it, with the pupils of whom the fact is not known")
    func partitions() throws {
        let families: [([PupilGroup], (Pupil) -> Bool)] = [
            ([.girls, .boys], { $0.sex == nil || $0.sex == .unknown }),
            ([.disadvantaged, .notDisadvantaged], { $0.isDisadvantaged == nil }),
            ([.fsm, .notFSM], { $0.isFSM == nil }),
            ([.noSEN, .senSupport, .ehcPlan], { $0.sen == nil }), ([.eal, .notEAL], { $0.isEAL == nil }),
            ([.bornInAutumn, .bornInSpring, .bornInSummer], { $0.dateOfBirth == nil }),
            ([.joinedAfterYear3, .stable], { $0.entryDate == nil }),
        ]
        for seed in 0..<6 as Range<UInt64> {
            let records = try Cohorts.random(60, seed: seed)
            let cohort = Cohorts.cohort(records)
            let whole = cohort.outcomes()
            for (family, isUnknown) in families {
                let unknown = Cohorts.cohort(records.filter { isUnknown($0.pupil) }).outcomes()
                let sum = family.map { cohort.outcomes(GroupSelection($0)) }.reduce(unknown, +)
                #expect(sum.cohort == whole.cohort)
                #expect(sum.notRecorded == whole.notRecorded)
                for area in KeyStage2Area.allCases { #expect(sum[area] == whole[area], "\(family) \(area)") }
            }
        }
    }

    @Test("schools added up give the figures of all their pupils together")
    func merging() throws {
        // given
        let schools = try (0..<5 as Range<UInt64>).map { seed in
            try Cohorts.random(40, seed: seed + 50, firstID: Int64(seed) * 1000)
        }
        let whole = Cohorts.cohort(schools.flatMap(\.self)).outcomes()
        // when
        var all = SchoolsOutcomes()
        for (place, records) in schools.enumerated() {
            all.append(
                Cohorts.cohort(records).outcomes(), of: try DfENumber("820/999\(place)"), name: "School \(place)")
        }
        let sum = schools.map { Cohorts.cohort($0).outcomes() }.reduce(Cohorts.cohort([]).outcomes(), +)
        // then
        for total in [try #require(all.total), sum] {
            #expect(total.cohort == whole.cohort)
            #expect(total.specialConsideration == whole.specialConsideration)
            for area in KeyStage2Area.allCases { #expect(total[area] == whole[area]) }
        }
        #expect(all.total?.pupils(behind: .expected(.reading)) == nil, "a total of schools names nobody")
        #expect(sum.pupils(behind: .expected(.rwm)) == whole.pupils(behind: .expected(.rwm)))
    }

    @Test("every measure reads its own id, and other text is none")
    func measureIDs() throws {
        let outcomes = Cohorts.cohort(try Cohorts.random(70, seed: 1)).outcomes()
        let all = Self.measures(outcomes)
        for measure in all {
            #expect(MeasureID(id: measure.id) == measure)
            #expect(!measure.title.isEmpty)
        }
        #expect(Set(all.map(\.id)).count == all.count)
        for text in [
            "", "reading", "reading.", "reading.best", "science.higher", "rwm.average_scaled_score",
            "reading.range.80-85",
            "reading.score.79", "reading.score.097", "rwm.code.A", "maths.expected", "reading.expected.more",
        ] {
            #expect(MeasureID(id: text) == nil, "\(text)")
        }
    }
}
