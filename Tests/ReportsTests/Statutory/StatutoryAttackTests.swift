import Assessment
import Reports
import Testing

/// A reader who sees every figure that is shown, and knows who is in which group, tries to work withheld figures out.
@Suite struct StatutoryAttackTests {
    /// What the reader is after: a set of few pupils that groups define.
    struct Secret {
        let name: String
        let places: Set<Int>
    }

    struct View {
        /// Pupils of the denominator by group and crossed groups, and whether the figure is shown.
        var cells: [(selection: GroupSelection, places: Set<Int>, numerator: Int?)] = []
        var values: [Int] = []
        var groups: [PupilGroup] = []
        func places(_ group: PupilGroup) -> Set<Int> {
            cells.first { $0.selection == GroupSelection(group) }?.places ?? []
        }
    }

    static func view(_ cohort: AssessmentCohort, _ measure: StatutoryMeasure, minimum: Int?) throws -> View {
        var view = View()
        view.groups = cohort.groups
        let counted = Set(cohort.pupils(behind: measure).denominator)
        let met = Set(cohort.pupils(behind: measure).numerator)
        view.values = cohort.records.map { met.contains($0.pupil.id) ? 1 : 0 }
        let all = Set(cohort.records.indices.filter { counted.contains(cohort.records[$0].pupil.id) })
        func places(_ selection: GroupSelection) -> Set<Int> {
            all.filter { cohort.isIn(selection, cohort.records[$0]) }
        }
        var selections = cohort.groups.map { GroupSelection($0) }
        for (place, one) in cohort.groups.enumerated() where one != .all {
            for two in cohort.groups[(place + 1)...] { selections.append(GroupSelection(one, crossedWith: two)) }
        }
        var visibility = minimum.map { Suppression(minimum: $0).visibility(of: cohort) }
        let figures = visibility?.figures(measure, selections) ?? cohort.figures(measure, selections)
        for (selection, figure) in zip(selections, figures) {
            let places = places(selection)
            if let figure { #expect(figure.denominator == places.count) }
            view.cells.append((selection, places, figure?.numerator))
        }
        return view
    }

    /// Groups, crossed groups, one without another, neither, three crossed, and what is left of families: all that have
    /// fewer pupils than the minimum.
    static func secrets(_ view: View, minimum: Int) -> [Secret] {
        let all = view.places(.all)
        var secrets: [Secret] = []
        func add(_ name: String, _ places: Set<Int>) {
            if (1..<minimum).contains(places.count) { secrets.append(Secret(name: name, places: places)) }
        }
        for (selection, places, _) in view.cells { add(selection.id, places) }
        let groups = view.groups.filter { $0 != .all && !view.places($0).isEmpty }
        for one in groups {
            add("all less \(one.id)", all.subtracting(view.places(one)))
            for two in groups where two != one {
                add("\(one.id) less \(two.id)", view.places(one).subtracting(view.places(two)))
                add("neither \(one.id) nor \(two.id)", all.subtracting(view.places(one)).subtracting(view.places(two)))
            }
        }
        for family in StatutoryAttackTests.families(groups) {
            add("rest of \(family.map(\.id))", family.reduce(all) { $0.subtracting(view.places($1)) })
        }
        return secrets
    }

    static func families(_ groups: [PupilGroup]) -> [[PupilGroup]] {
        [
            [.girls, .boys], [.disadvantaged, .notDisadvantaged], [.fsm, .notFSM], [.noSEN, .senSupport, .ehcPlan],
            [.eal, .notEAL], [.bornInAutumn, .bornInSpring, .bornInSummer], [.joinedAfterYear3, .stable],
            PupilGroup.EthnicGroup.allCases.map { .ethnicity($0) },
            groups.filter { if case .schoolClass = $0 { true } else { false } },
        ]
    }

    /// The linear system: each shown figure is a row of ones over the unknown results of pupils. A secret follows exactly when
    /// its row does not raise the rank.
    static func solve(_ view: View, _ secrets: [Secret]) -> [String] {
        let size = view.values.count
        var basis: [(pivot: Int, row: [Double])] = []
        func reduce(_ places: Set<Int>) -> [Double] {
            var row = (0..<size).map { places.contains($0) ? 1.0 : 0 }
            for (pivot, known) in basis where abs(row[pivot]) > 1e-9 {
                let factor = row[pivot]
                for place in row.indices { row[place] -= factor * known[place] }
            }
            return row
        }
        for cell in view.cells where cell.numerator != nil {
            let row = reduce(cell.places)
            guard let pivot = row.indices.max(by: { abs(row[$0]) < abs(row[$1]) }), abs(row[pivot]) > 1e-7 else {
                continue
            }
            basis.append((pivot, row.map { $0 / row[pivot] }))
        }
        return secrets.filter { reduce($0.places).allSatisfy { abs($0) < 1e-7 } }.map(\.name)
    }

    /// Bounds in the tables of two families: a withheld cell lies between the least and the most that its row, its column and
    /// the shown cells leave, both in pupils and in results. Found out when only one number is left for both.
    ///
    /// Where everybody around a cell met the standard, or nobody did, its share is known whatever is withheld; such cells
    /// are passed over.
    static func bound(_ view: View, minimum: Int) -> [String] {
        var found: [String] = []
        let shown = Dictionary(view.cells.map { ($0.selection.id, $0) }, uniquingKeysWith: { first, _ in first })
        func cell(_ one: PupilGroup, _ two: PupilGroup) -> (places: Set<Int>, numerator: Int?)? {
            (shown[GroupSelection(one, crossedWith: two).id] ?? shown[GroupSelection(two, crossedWith: one).id]).map {
                ($0.places, $0.numerator)
            }
        }
        let families = families(view.groups) + [[.all]]
        for rows in families {
            for columns in families where columns != rows && columns != [.all] {
                for row in rows {
                    guard let whole = shown[row.id], let sum = whole.numerator else { continue }
                    // What the shown cells of the row leave, in pupils and results.
                    var rest = whole.places.count
                    var restSum = sum
                    var withheld: [(group: PupilGroup, pupils: Int)] = []
                    for column in columns {
                        guard let cell = cell(row, column) else { continue }
                        if let numerator = cell.numerator {
                            rest -= cell.places.count
                            restSum -= numerator
                        } else {
                            withheld.append((column, cell.places.count))
                        }
                    }
                    if (1..<minimum).contains(rest) { found.append("\(row.id) less shown of \(columns.map(\.id))") }
                    for (column, pupils) in withheld where (1..<minimum).contains(pupils) {
                        // The column's own figure bounds the cell from above.
                        let most = min(
                            rest, shown[column.id].flatMap { $0.numerator == nil ? nil : $0.places.count } ?? rest)
                        let mostSum = min(restSum, shown[column.id]?.numerator ?? restSum)
                        // From below nothing is known: pupils of whom the fact is not recorded may be all that is left.
                        let isExtreme = restSum == 0 || restSum == rest
                        if most < minimum, mostSum == 0 || mostSum == most, !isExtreme {
                            found.append("\(row.id) \(column.id): \(mostSum) of \(most)")
                        }
                        if most < pupils { found.append("\(row.id) \(column.id): the bounds do not hold") }
                    }
                }
            }
        }
        return found
    }

    static let grids: [(AssessmentKind, YearGroup?, String)] = [
        (.eyfsp, nil, "eyfsp.gld"), (.phonics, nil, "phonics.year1"), (.phonics, .year2, "phonics.end_of_year2"),
        (.mtc, nil, "mtc.full_marks"), (.ks1, nil, "ks1.rwm"), (.ks2, nil, "ks2.reading"),
    ]

    @Test(arguments: grids, [14, 30, 60])
    func `no figure of few pupils can be worked out from all that are shown`(
        _ grid: (AssessmentKind, YearGroup?, String), _ size: Int
    ) throws {
        for (seed, minimum) in [(1, 6), (2, 6), (3, 4), (4, 10)] as [(UInt64, Int)] {
            // given
            let (cohort, _) = try StatutoryCohorts.random(
                grid.0, 2026, yearGroup: grid.1, count: size, seed: seed &* 31 &+ UInt64(size))
            // when
            let view = try Self.view(cohort, try #require(StatutoryMeasure.measure(grid.2)), minimum: minimum)
            // then
            let small = view.cells.filter { $0.numerator != nil && (1..<minimum).contains($0.places.count) }
            #expect(small.map(\.selection.id) == [])
            let secrets = Self.secrets(view, minimum: minimum)
            #expect(Self.solve(view, secrets) == [], "\(grid.2) \(size) \(seed)")
            #expect(Self.bound(view, minimum: minimum) == [], "\(grid.2) \(size) \(seed)")
        }
    }

    @Test func `the attack finds what an open report shows, so it could fail`() throws {
        let (cohort, _) = try StatutoryCohorts.random(.eyfsp, 2026, count: 30, seed: 1)
        let view = try Self.view(cohort, try #require(StatutoryMeasure.measure("eyfsp.gld")), minimum: nil)
        let secrets = Self.secrets(view, minimum: 6)
        #expect(secrets.count > 20)
        #expect(Self.solve(view, secrets).count > 20)
        #expect(!Self.bound(view, minimum: 6).isEmpty)
    }

    @Test func `the attack combines three figures where no two are enough`() throws {
        // given: all boys are disadvantaged; so girls + disadvantaged - all is the three disadvantaged girls
        var view = View()
        view.values = Array(repeating: 0, count: 24)
        view.groups = [.all, .girls, .boys, .disadvantaged]
        view.cells = [
            (.all, Set(0..<24), 0), (.init(.girls), Set(0..<12), 0), (.init(.disadvantaged), Set(9..<24), 0),
            (.init(.disadvantaged, crossedWith: .girls), Set(9..<12), nil),
        ]
        // then
        #expect(Self.solve(view, Self.secrets(view, minimum: 6)).contains("disadvantaged+girls"))
        // and the program does not show all three
        let cohort = try StatutoryCohorts.cohort(.mtc, 2026, (0..<24).map { ["mark": "\($0)"] }) { place in
            Pupil(
                id: Int64(place), surname: "A", forename: "B", sex: place < 12 ? .female : .male, isFSM6: place >= 9)
        }
        var visibility = Suppression().visibility(of: cohort)
        let marks = try #require(StatutoryMeasure.measure("mtc.average"))
        #expect(visibility.figure(marks) != nil)
        #expect(visibility.figure(marks, .init(.girls)) != nil)
        #expect(visibility.figure(marks, .init(.disadvantaged)) == nil)
    }

    @Test func `two characteristics are crossed whole or not at all`() throws {
        // given: 12 girls and 12 boys; 6 of each are disadvantaged, then one boy less is
        for (disadvantagedBoys, isShown) in [(6, true), (5, false)] {
            let cohort = try StatutoryCohorts.cohort(.mtc, 2026, (0..<24).map { ["mark": "\($0)"] }) { place in
                Pupil(
                    id: Int64(place), surname: "A", forename: "B", sex: place < 12 ? .female : .male,
                    isFSM6: place < 6 || (12..<(12 + disadvantagedBoys)).contains(place))
            }
            var visibility = Suppression().visibility(of: cohort)
            let marks = try #require(StatutoryMeasure.measure("mtc.average"))
            for (one, two) in [(PupilGroup.disadvantaged, PupilGroup.boys), (.girls, .notDisadvantaged)] {
                #expect((visibility.figure(marks, .init(one, crossedWith: two)) != nil) == isShown)
            }
            #expect(visibility.figure(marks, .init(.disadvantaged)) != nil)
        }
    }

    @Test func `what one measure of an assessment withholds, the others withhold as well`() throws {
        // given: six girls are eligible, five of them took the check
        let cohort = try StatutoryCohorts.cohort(
            .mtc, 2026, (0..<24).map { ["mark": $0 == 0 ? "A" : "20"] }
        ) { place in
            Pupil(id: Int64(place), surname: "A", forename: "B", sex: place < 6 ? .female : .male)
        }
        // when
        var visibility = Suppression().visibility(of: cohort)
        // then: the average would be of five, so full marks of six are withheld too
        for id in ["mtc.average", "mtc.full_marks", "mtc.took", "mtc.band.20-24"] {
            let measure = try #require(StatutoryMeasure.measure(id))
            #expect(visibility.figure(measure, .init(.girls)) == nil)
            #expect(visibility.figure(measure, .init(.boys)) == nil)
            #expect(visibility.figure(measure) != nil)
        }
    }

    @Test func `a change is withheld when either year is, and so is a gap when either side is`() throws {
        // given: ten girls last year and four this year, of thirty
        let cohorts = try [(2025, 10), (2026, 4)].map { year, girls in
            try StatutoryCohorts.cohort(.mtc, year, (0..<30).map { ["mark": "\($0 % 26)"] }) { place in
                Pupil(
                    id: Int64(place), surname: "A", forename: "B", sex: place < girls ? .female : .male,
                    isFSM6: place % 10 == 0)
            }
        }
        // when
        let girls = try StatutoryDashboardTests.dashboard(
            cohorts, group: .init(.girls), suppression: Suppression())
        let all = try StatutoryDashboardTests.dashboard(cohorts, suppression: Suppression())
        // then
        let row = try StatutoryDashboardTests.row(girls, "mtc.full_marks")
        #expect(row.entries[1].figure != nil)
        #expect(row.latest.state == .withheld)
        #expect(row.latest.change == nil)
        #expect(
            girls.json().text.contains(#""measure":"mtc.full_marks","year":2026,"numerator":null,"denominator":null"#))
        #expect(girls.json().text.contains(#""withheld":true"#))
        let whole = try StatutoryDashboardTests.row(all, "mtc.full_marks").latest
        #expect(whole.figure != nil)
        #expect(whole.disadvantageGap == nil, "three of thirty are disadvantaged")
        #expect(whole.figure?.leftOut == [:])
    }

    @Test func `a limit of one withholds nothing and a cohort under the limit is withheld whole`() throws {
        let (cohort, _) = try StatutoryCohorts.random(.eyfsp, 2026, count: 40, seed: 8)
        let measure = try #require(StatutoryMeasure.measure("eyfsp.gld"))
        var open = Suppression(minimum: 1).visibility(of: cohort)
        for group in cohort.groups { #expect(open.figure(measure, .init(group)) != nil) }
        let few = AssessmentCohort(.eyfsp, year: 2026, records: Array(cohort.records.prefix(5)))
        var closed = Suppression().visibility(of: few)
        for group in cohort.groups { #expect(closed.figure(measure, .init(group)) == nil) }
    }
}
