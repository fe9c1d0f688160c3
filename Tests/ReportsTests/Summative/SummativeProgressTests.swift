import Assessment
import Reports
import Testing

@Suite struct SummativeProgressTests {
    static func point(_ id: String) throws -> TermPoint { try #require(TermPoint(id: id)) }

    private static func year5(_ autumn: String?, _ summer: String?, year6: String? = nil) -> Journeys.History {
        var facts: Facts = [:]
        facts["autumn1.reading"] = autumn
        facts["summer2.reading"] = summer
        return [
            Journeys.key(.summative, .year5): facts,
            Journeys.key(.summative, .year6): year6.map { ["summer2.reading": $0] } ?? [:],
        ]
    }

    @Test func `a table worked by hand: below, expected, better, not assessed`() throws {
        // given
        let cohort = try Journeys.cohort([
            Self.year5("JA", "JA"), Self.year5("JA", "SE"), Self.year5("SE", "JA"), Self.year5("BE", "SAB"),
            Self.year5("SBE", "SBE"), Self.year5(nil, "JA"), Self.year5("JA", nil), Self.year5(nil, nil),
        ])
        // when
        let progress = SummativeProgress(
            cohort, from: try Self.point("2028.autumn1"), to: try Self.point("2028.summer2"))
        // then
        let reading = try #require(progress.figure(.reading))
        #expect(reading.share(.below).inWords == "1 of 5 (20%)")
        #expect(reading.share(.expected).inWords == "2 of 5 (40%)")
        #expect(reading.share(.better).inWords == "2 of 5 (40%)")
        #expect(reading.share(.notAssessed).inWords == "3 of 8 (38%)")
        #expect(reading.pupils(.better).map(\.id) == [2, 4])
        #expect(reading.pupils(.better).map(\.fromLabel?.words) == ["Just At", "Below"])
        #expect(reading.pupils(.better).map(\.toLabel?.short) == ["SE", "SAB"])
        #expect(reading.pupils(.notAssessed).map(\.id) == [6, 7, 8])
        #expect(progress.figure(.writing)?.count(.notAssessed) == 8)
        #expect(progress.subjects == [.reading, .writing, .mathematics])
    }

    @Test func `the term before Autumn 1 is Summer 2 of the year before`() {
        for (id, before) in [
            ("2026.autumn1", "2025.summer2"), ("2026.autumn2", "2026.autumn1"), ("2026.summer2", "2026.summer1"),
        ] {
            #expect(TermPoint(id: id)?.before?.id == before)
        }
    }

    @Test func `terms of two school years, in whichever order they are given`() throws {
        // given
        let cohort = try Journeys.cohort([Self.year5(nil, "JA", year6: "AB"), Self.year5(nil, "AB", year6: "JA")])
        let last = try Self.point("2028.summer2")
        let now = try Self.point("2029.summer2")
        // when
        let progress = SummativeProgress(cohort, from: last, to: now, subjects: [.reading])
        // then
        #expect(progress.figures.map { $0.pupils.map(\.step) } == [[.better, .below]])
        #expect(SummativeProgress(cohort, from: now, to: last, subjects: [.reading]).figures == progress.figures)
        #expect(progress.from.title == "Summer 2, 2027/28")
    }

    @Test func `random pupils agree with a separate calculation, in every subject, group and pair of terms`() throws {
        // given
        let histories = Journeys.random(80, seed: 21)
        let cohort = try Journeys.cohort(histories) { place in
            Pupil(
                id: Int64(place + 1), surname: "Fictional", forename: "Pupil", sex: place % 3 == 0 ? .female : .male,
                groups: place % 5 == 0 ? ["Choir"] : [])
        }
        let groups: [GroupSelection] = [
            .all, .init(.girls), .init(.own("Choir")), .init(.schoolClass("6 Merlin")),
            .init(.girls, crossedWith: .own("Choir")),
        ]
        func isIn(_ group: Int, _ place: Int) -> Bool {
            switch group {
            case 1: place % 3 == 0
            case 2: place % 5 == 0
            case 3: place % 2 == 1
            case 4: place % 15 == 0
            default: true
            }
        }
        for (from, to) in [
            ("2023.autumn1", "2029.summer2"), ("2029.spring1", "2029.spring2"), ("2025.summer2", "2026.summer2"),
        ] {
            // when
            let progress = SummativeProgress(cohort, from: try Self.point(from), to: try Self.point(to), groups: groups)
            for (place, group) in groups.enumerated() {
                for subject in [Subject.reading, .writing, .mathematics] {
                    // then
                    var counts: [ProgressStep: Int] = [:]
                    for (index, history) in histories.enumerated() where isIn(place, index) {
                        let then = Self.position(history, from, subject)
                        let now = Self.position(history, to, subject)
                        if let then, let now {
                            counts[now < then ? .below : now > then ? .better : .expected, default: 0] += 1
                        } else {
                            counts[.notAssessed, default: 0] += 1
                        }
                    }
                    let figure = try #require(progress.figure(subject, group))
                    for step in ProgressStep.allCases { #expect(figure.count(step) == counts[step] ?? 0) }
                    #expect(ProgressStep.allCases.reduce(0) { $0 + figure.count($1) } == figure.pupils.count)
                }
            }
        }
    }

    /// The place of a pupil's judgement on the scale, straight from what is stored; Reception was in 2023.
    private static func position(_ history: Journeys.History, _ point: String, _ subject: Subject) -> Int? {
        let parts = point.split(separator: ".").map(String.init)
        let groups = AssessmentKind.summative.yearGroups
        guard let year = Int(parts[0]), groups.indices.contains(year - 2023) else { return nil }
        let value = history[Journeys.key(.summative, groups[year - 2023])]?[
            ColumnID(rawValue: "\(parts[1]).\(subject.rawValue)")]
        return value.flatMap { Journeys.judgements.firstIndex(of: $0) }
    }

    @Test func `a group without a pupil is left away, and the files say what the figures say`() throws {
        // given
        let cohort = try Journeys.cohort([Self.year5("JA", "SE"), Self.year5("JA", "BE"), Self.year5("JA", "BE")])
        // when
        let progress = SummativeProgress(
            cohort, from: try Self.point("2028.autumn1"), to: try Self.point("2028.summer2"), subjects: [.reading],
            groups: [.all, .init(.girls), .init(.schoolClass("6 Kestrel"))])
        // then
        #expect(progress.groups.map(\.id) == ["all", "class:6 Kestrel"])
        #expect(
            progress.table()[1] == [
                "2028.autumn1", "2028.summer2", "all", "reading", "3", "3", "2", "66.66666666666667", "0", "0", "1",
                "33.333333333333336", "0",
            ])
        #expect(
            progress.json(school: nil).text.contains(
                #"{"group":"class:6 Kestrel","subject":"reading","pupils":2,"assessed":2,"below":{"count":1,"percent":50},"expected":{"count":0,"percent":0},"better":{"count":1,"percent":50},"not_assessed":0}"#
            ))
        #expect(progress.text(title: "Elmfield").contains("All pupils       Reading  2 of 3 (67%)  0 of 3 (0%)"))
    }

    @Test(
        "a term point is read as it is written",
        arguments: ["", "2026", "2026.", "26.autumn1", "2026.autumn3", "02026.autumn1", "2026.autumn1.x"])
    func points(_ text: String) throws {
        #expect(TermPoint(id: text) == nil)
        #expect(TermPoint(id: "2026.autumn1")?.id == "2026.autumn1")
    }
}
