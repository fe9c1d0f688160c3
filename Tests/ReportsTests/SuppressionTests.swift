import Assessment
import Reports
import Testing

@Suite struct SuppressionTests {
    /// A reader who sees every group's report tries to work out a figure that was withheld: by taking all shown groups of
    /// a family from All, and by taking one shown group from another one that holds it.
    static func attack(_ cohort: KeyStage2Cohort, _ shown: [PupilGroup: KeyStage2Outcomes], minimum: Int) throws
        -> [String]
    {
        var found: [String] = []
        var known: [String: Set<Int64>] = [:]
        for group in cohort.groups {
            let outcomes = cohort.outcomes(GroupSelection(group))
            for area in KeyStage2Area.allCases {
                let behind = try #require(outcomes.pupils(behind: .expected(area)))
                known["\(area) \(group.id)"] = Set(behind.denominator)
            }
        }
        func ids(_ group: PupilGroup, _ area: KeyStage2Area) throws -> Set<Int64> {
            try #require(known["\(area) \(group.id)"])
        }
        let families: [[PupilGroup]] =
            [
                [.girls, .boys], [.disadvantaged, .notDisadvantaged], [.fsm, .notFSM], [.noSEN, .senSupport, .ehcPlan],
                [.eal, .notEAL], [.bornInAutumn, .bornInSpring, .bornInSummer], [.joinedAfterYear3, .stable],
                PupilGroup.EthnicGroup.allCases.map { .ethnicity($0) },
                cohort.groups.filter { if case .schoolClass = $0 { true } else { false } },
            ] + cohort.groups.filter { $0 != .all }.map { [$0] }
        for area in KeyStage2Area.allCases {
            guard shown[.all]?[area] != nil else { continue }
            let visible = cohort.groups.filter { shown[$0]?[area] != nil }
            let whole = try ids(.all, area)
            for group in visible {
                let count = try ids(group, area).count
                if count > 0, count < minimum { found.append("\(area) \(group.id) is shown with \(count)") }
            }
            for family in families {
                let rest = try family.filter(visible.contains).reduce(whole) { $0.subtracting(try ids($1, area)) }
                if !rest.isEmpty, rest.count < minimum {
                    found.append("\(area) All less \(family.map(\.id)): \(rest.count)")
                }
            }
            let sets = try visible.map { (group: $0, ids: try ids($0, area)) }
            for (outer, large) in sets {
                for (inner, small) in sets where inner != outer && small.count < large.count {
                    let difference = large.subtracting(small)
                    if !small.isEmpty, small.isSubset(of: large), !difference.isEmpty, difference.count < minimum {
                        found.append("\(area) \(outer.id) less \(inner.id): \(difference.count)")
                    }
                }
            }
        }
        return found
    }

    @Test("no withheld figure can be worked out from the shown ones", arguments: [12, 18, 30, 60], [4, 6, 10])
    func attackFails(_ size: Int, _ minimum: Int) throws {
        for seed in 0..<6 as Range<UInt64> {
            // given
            let cohort = Cohorts.cohort(try Cohorts.random(size, seed: seed + 100))
            let suppression = Suppression(minimum: minimum)
            // when
            var shown: [PupilGroup: KeyStage2Outcomes] = [:]
            for (group, outcomes) in zip(
                cohort.groups, suppression.outcomes(of: cohort, groups: cohort.groups.map { GroupSelection($0) }))
            {
                shown[group] = outcomes
            }
            // then
            let alone = suppression.outcomes(of: cohort, group: GroupSelection(.girls))
            #expect(KeyStage2Area.allCases.allSatisfy { alone[$0] == shown[.girls]?[$0] }, "whatever else is asked")
            #expect(try Self.attack(cohort, shown, minimum: minimum) == [])
            #expect(shown.values.allSatisfy { $0.pupils(behind: .expected(.reading)) == nil })
        }
    }

    @Test("the attack finds what an open report shows, so it could fail")
    func attackCanSucceed() throws {
        let cohort = Cohorts.cohort(try Cohorts.random(30, seed: 100))
        var shown: [PupilGroup: KeyStage2Outcomes] = [:]
        for group in cohort.groups { shown[group] = cohort.outcomes(GroupSelection(group)) }
        #expect(try !Self.attack(cohort, shown, minimum: 6).isEmpty)
    }

    @Test(
        "with three girls and twenty boys neither is shown; with six and twenty both are",
        arguments: [(3, false), (5, false), (6, true)])
    func twoSides(_ girls: Int, _ isShown: Bool) throws {
        // given
        let records = try (0..<(girls + 20)).map { place in
            try Cohorts.record(
                Pupil(id: Int64(place), surname: "A", forename: "B", sex: place < girls ? .female : .male),
                ["writing.ta": "EXS", "reading.scaled": "101"])
        }
        let cohort = Cohorts.cohort(records)
        // when
        let girlsReport = Suppression().outcomes(of: cohort, group: GroupSelection(.girls))
        let boysReport = Suppression().outcomes(of: cohort, group: GroupSelection(.boys))
        // then
        #expect((girlsReport[.writing] != nil) == isShown)
        #expect((boysReport[.writing] != nil) == isShown)
        #expect((boysReport.cohort != nil) == isShown)
        #expect(Suppression().outcomes(of: cohort)[.writing]?.eligible == girls + 20)
        #expect(girlsReport.json(school: nil).text.contains("\"withheld\":true") == !isShown)
    }

    @Test("two groups crossed have the figures of their common pupils, withheld where they or what is left are few")
    func crossed() throws {
        for seed in 0..<6 as Range<UInt64> {
            // given
            let records = try Cohorts.random(90, seed: seed + 40)
            let cohort = Cohorts.cohort(records)
            let boys = GroupSelection(.disadvantaged, crossedWith: .boys)
            let girls = GroupSelection(.disadvantaged, crossedWith: .girls)
            // when
            let open = cohort.outcomes(boys)
            let both = Cohorts.cohort(records.filter { $0.pupil.isDisadvantaged == true && $0.pupil.sex == .male })
                .outcomes()
            let closed = Suppression().outcomes(of: cohort, groups: [boys, girls, GroupSelection(.disadvantaged)])
            // then
            #expect(open.cohort == both.cohort)
            #expect(KeyStage2Area.allCases.allSatisfy { open[$0] == both[$0] })
            // A table of two characteristics is shown whole or not at all.
            for area in KeyStage2Area.allCases {
                #expect((closed[0][area] == nil) == (closed[1][area] == nil))
                if let shown = closed[0][area] { #expect(shown.eligible == 0 || shown.eligible >= 6) }
                if closed[2][area] == nil { #expect(closed[0][area] == nil) }
            }
            #expect(closed.allSatisfy { $0.pupils(behind: .expected(.reading)) == nil })
        }
    }

    @Test("pupils of whom a fact is not known are part of what could be worked out")
    func unknown() throws {
        // given: 10 girls, 10 boys, 2 not recorded; All less both would be the two
        let records = try (0..<22).map { place in
            try Cohorts.record(
                Pupil(
                    id: Int64(place), surname: "A", forename: "B", sex: place < 10 ? .female : place < 20 ? .male : nil),
                ["writing.ta": "EXS"])
        }
        let cohort = Cohorts.cohort(records)
        let reports = [PupilGroup.girls, .boys].map { Suppression().outcomes(of: cohort, group: GroupSelection($0)) }
        #expect(reports.count { $0[.writing] != nil } == 1)
    }

    @Test("an average of few scores is withheld with its ranges although the share is shown")
    func averages() throws {
        let facts = (0..<12).map { place -> Facts in place < 3 ? ["reading.scaled": "101"] : ["reading.outcome": "B"] }
        let report = Suppression().outcomes(of: Cohorts.cohort(try Cohorts.records(facts)))
        #expect(report[.reading]?.expected == Share(count: 3, of: 12))
        #expect(report[.reading]?.scores == nil)
        #expect(report.isPartlyWithheld)
        #expect(report.json(school: nil).text.contains("\"average_scaled_score\":null"))
        #expect(
            report.table().contains { $0[0] == "average_scaled_score" && $0[1] == "reading" && $0[3] == "withheld" })
    }

    @Test("a what-if is withheld whole, because leaving one pupil out tells that pupil's result")
    func whatIf() throws {
        let records = try Cohorts.random(60, seed: 5)
        let report = Suppression().outcomes(of: Cohorts.cohort(records, excluded: [1]))
        #expect(report.cohort == nil)
        #expect(KeyStage2Area.allCases.allSatisfy { report[$0] == nil })
    }

    @Test("a cohort under the limit is withheld, and a limit of one withholds nothing")
    func limits() throws {
        let cohort = Cohorts.cohort(try Cohorts.records(Array(repeating: ["writing.ta": "EXS"], count: 5)))
        #expect(Suppression().outcomes(of: cohort)[.writing] == nil)
        #expect(Suppression(minimum: 5).outcomes(of: cohort)[.writing]?.eligible == 5)
        #expect(Suppression(minimum: 1).outcomes(of: cohort)[.writing]?.eligible == 5)
        #expect(Suppression(minimum: 0).minimum == 1)
    }

    @Test("over schools: the one withheld can't be worked out from the total and the others")
    func schools() throws {
        // given: three schools with 3, 8 and 20 pupils
        let cohorts = try [3, 8, 20].enumerated().map { place, size in
            (
                number: try DfENumber("820/999\(place)"), name: "School \(place)",
                cohort: Cohorts.cohort(try Cohorts.records(Array(repeating: ["writing.ta": "EXS"], count: size)))
            )
        }
        // when
        let report = SchoolsOutcomes(cohorts, group: .all, suppression: Suppression())
        // then
        #expect(report.schools.map { $0.outcomes[.writing]?.eligible } == [nil, nil, 20])
        #expect(report.total?[.writing]?.eligible == 31)
    }

    @Test("a group comparison withholds rows and the gap that would follow from them")
    func comparison() throws {
        let records = try (0..<24).map { place in
            try Cohorts.record(
                Pupil(id: Int64(place), surname: "A", forename: "B", isFSM6: place < 4), ["writing.ta": "EXS"])
        }
        let cohort = Cohorts.cohort(records)
        let open = GroupComparison(.expected(.writing), cohort: cohort)
        let closed = GroupComparison(.expected(.writing), cohort: cohort, suppression: Suppression())
        #expect(open.disadvantageGap != nil)
        #expect(closed.disadvantageGap == nil)
        #expect(closed.rows.first { $0.group == .disadvantaged }?.figure == nil)
        #expect(closed.rows.first { $0.group == .notDisadvantaged }?.figure == nil)
        #expect(closed.rows.first { $0.group == .all }?.figure?.share == Share(count: 24, of: 24))
    }
}
