import Assessment
import Reports
import Testing

@Suite struct StatutoryMeasureTests {
    static let grids: [(AssessmentKind, YearGroup?)] = [
        (.eyfsp, nil), (.phonics, nil), (.phonics, .year2), (.ks1, nil), (.mtc, nil), (.ks2, nil),
    ]

    static func measures(_ cohort: AssessmentCohort) -> [StatutoryMeasure] {
        StatutoryMeasure.all.filter { $0.kind == cohort.kind && $0.yearGroup == cohort.yearGroup }
    }

    @Test(arguments: [2022, 2023, 2025, 2026])
    func `a second calculation, straight from the definitions, agrees over random cohorts with every code`(
        _ year: Int
    ) throws {
        for (kind, group, ids) in PlainStatutory.measures {
            for seed in 0..<5 as Range<UInt64> {
                // given
                let (cohort, facts) = try StatutoryCohorts.random(
                    kind, year, yearGroup: group, count: 60, seed: seed * 100 + UInt64(year))
                for id in ids {
                    // when
                    let figure = cohort.figure(try #require(StatutoryMeasure.measure(id)))
                    // then
                    let plain = facts.compactMap { PlainStatutory(year: year).counts(id, $0.now, $0.earlier) }
                    #expect(figure.denominator == plain.count, "\(id) \(seed)")
                    #expect(figure.numerator == plain.reduce(0, +), "\(id) \(seed)")
                    #expect(figure.pupils == 60)
                }
            }
        }
    }

    @Test(arguments: [2017, 2019, 2024, 2026])
    func `the headlines of Key Stage 2 are those of its report`(_ year: Int) throws {
        for seed in 0..<6 as Range<UInt64> {
            let (cohort, facts) = try StatutoryCohorts.random(.ks2, year, count: 60, seed: seed)
            let plain = PlainCalculation(year: year, plusCounts: true)
            for area in KeyStage2Area.allCases {
                let figure = cohort.figure(try #require(StatutoryMeasure.measure("ks2.\(area.rawValue)")))
                let theirs = plain.figures(facts.map(\.now), area)
                #expect(figure.numerator == theirs.expected)
                #expect(figure.denominator == theirs.eligible)
                guard let higher = StatutoryMeasure.measure("ks2.\(area.rawValue)_higher") else { continue }
                #expect(cohort.figure(higher).numerator == theirs.higher)
            }
        }
    }

    @Test(arguments: grids)
    func `groups that divide the cohort add up to it in numerator and denominator`(
        _ kind: AssessmentKind, _ yearGroup: YearGroup?
    ) throws {
        let families: [([PupilGroup], (Pupil) -> Bool)] = [
            ([.girls, .boys], { $0.sex == nil || $0.sex == .unknown }),
            ([.disadvantaged, .notDisadvantaged], { $0.isDisadvantaged == nil }),
            ([.fsm, .notFSM], { $0.isFSM == nil }), ([.noSEN, .senSupport, .ehcPlan], { $0.sen == nil }),
            ([.eal, .notEAL], { $0.isEAL == nil }),
            ([.bornInAutumn, .bornInSpring, .bornInSummer], { $0.dateOfBirth == nil }),
            (PupilGroup.EthnicGroup.allCases.map { .ethnicity($0) }, { ["REFU", nil].contains($0.ethnicity) }),
        ]
        for seed in 0..<2 as Range<UInt64> {
            let (cohort, _) = try StatutoryCohorts.random(kind, 2026, yearGroup: yearGroup, count: 60, seed: seed)
            for measure in Self.measures(cohort) where !measure.id.contains(".mark.") && !measure.id.contains(".goal.")
            {
                for (family, isUnknown) in families {
                    for outer in [PupilGroup.all, .boys] {
                        let unknown = AssessmentCohort(
                            kind, yearGroup: yearGroup, year: 2026,
                            records: cohort.records.filter { isUnknown($0.pupil) && cohort.isIn(outer, $0) })
                        guard outer == .all || !family.contains(outer) else { continue }
                        let parts = cohort.figures(measure, family.map { GroupSelection($0, crossedWith: outer) })
                        let whole = cohort.figure(measure, GroupSelection(outer))
                        let sum = parts + [unknown.figure(measure)]
                        #expect(sum.reduce(0) { $0 + $1.numerator } == whole.numerator, "\(measure.id) \(family)")
                        #expect(sum.reduce(0) { $0 + $1.denominator } == whole.denominator, "\(measure.id) \(family)")
                        #expect(sum.reduce(0) { $0 + $1.pupils } == whole.pupils, "\(measure.id) \(family)")
                    }
                }
            }
        }
    }

    @Test(arguments: grids)
    func `every count equals the list of pupils behind it`(_ kind: AssessmentKind, _ yearGroup: YearGroup?) throws {
        let (cohort, _) = try StatutoryCohorts.random(kind, 2026, yearGroup: yearGroup, count: 60, seed: 5)
        for measure in Self.measures(cohort) {
            for group in [GroupSelection.all, .init(.girls), .init(.disadvantaged, crossedWith: .boys)] {
                // when
                let figure = cohort.figure(measure, group)
                let behind = cohort.pupils(behind: measure, group)
                // then
                #expect(behind.denominator.count == figure.denominator, "\(measure.id)")
                #expect(behind.denominator.count + behind.leftOut.count == figure.pupils)
                #expect(Set(behind.numerator).isSubset(of: behind.denominator))
                if measure.unit == .share { #expect(behind.numerator.count == figure.numerator, "\(measure.id)") }
                #expect(behind.leftOut.allSatisfy { !$0.reason.isEmpty })
                let byCode = behind.leftOut.count {
                    $0.reason.hasSuffix(")") || $0.reason == "Met the standard in Year 1"
                }
                #expect(byCode == figure.leftOut.values.reduce(0, +))
            }
        }
    }

    @Test func `the bands of the multiplication check and the marks of phonics each make up the whole`() throws {
        let (tables, _) = try StatutoryCohorts.random(.mtc, 2026, count: 80, seed: 3)
        let all = tables.figure(try #require(StatutoryMeasure.measure("mtc.took")))
        for prefix in ["mtc.band.", "mtc.mark."] {
            let parts = StatutoryMeasure.all.filter { $0.id.hasPrefix(prefix) }.map { tables.figure($0) }
            #expect(parts.reduce(0) { $0 + $1.numerator } == all.numerator)
            #expect(parts.allSatisfy { $0.denominator == all.denominator })
        }
        let (phonics, _) = try StatutoryCohorts.random(.phonics, 2026, count: 80, seed: 3)
        let average = phonics.figure(try #require(StatutoryMeasure.measure("phonics.year1.average_mark")))
        let marks = (0...40).compactMap { StatutoryMeasure.measure("phonics.year1.mark.\($0)") }.map {
            phonics.figure($0)
        }
        #expect(marks.reduce(0) { $0 + $1.numerator } == average.denominator)
        #expect(marks.enumerated().reduce(0) { $0 + $1.offset * $1.element.numerator } == average.numerator)
    }

    @Test func `who must be checked again is who counted and did not meet the standard`() throws {
        // given: 31 and 40 meet the standard of 2026; 30 is a near miss, 27 is not
        let cohort = try StatutoryCohorts.cohort(
            .phonics, 2026, ["31", "40", "30", "27", "A", "D", "L"].map { ["y1.mark": $0] } + [[:]])
        // when
        let again = cohort.pupils(behind: try #require(StatutoryMeasure.measure("phonics.recheck")))
        let near = cohort.pupils(behind: try #require(StatutoryMeasure.measure("phonics.near_misses")))
        // then
        #expect(again.numerator == [3, 4, 5, 6])
        #expect(again.denominator == [1, 2, 3, 4, 5, 6])
        #expect(again.leftOut.map(\.reason) == ["Left the school (L)", "Not yet recorded"])
        #expect(near.numerator == [3])
        // 2 of 6 met it: 31 and 40, of 31, 40, 30, 27, A and D.
        #expect(cohort.figure(try #require(StatutoryMeasure.measure("phonics.year1"))).inWords == "2 of 6 (33%)")
    }

    @Test func `every measure has its own id and reads it, and there are thirteen headlines`() {
        #expect(Set(StatutoryMeasure.all.map(\.id)).count == StatutoryMeasure.all.count)
        for measure in StatutoryMeasure.all {
            #expect(StatutoryMeasure.measure(measure.id) == measure)
            #expect(!measure.title.isEmpty)
        }
        #expect(
            StatutoryMeasure.headlines.map(\.id) == [
                "eyfsp.gld", "phonics.year1", "phonics.end_of_year2", "ks1.rwm", "mtc.average", "mtc.full_marks",
                "ks2.rwm", "ks2.rwm_higher", "ks2.reading", "ks2.writing", "ks2.mathematics", "ks2.gps", "ks2.science",
            ])
        #expect(StatutoryMeasure.measure("mtc.passed") == nil)
    }

    @Test func `a measure of another cohort counts nobody`() throws {
        let (cohort, _) = try StatutoryCohorts.random(.mtc, 2026, count: 10, seed: 1)
        #expect(cohort.figure(try #require(StatutoryMeasure.measure("eyfsp.gld"))).denominator == 0)
    }
}
