import Assessment
import Reports
import Testing

/// One pupil's results over time.
struct PupilFlightTests {
    private static func flight(
        _ rows: [(AssessmentKind, YearGroup?, Int, Facts)], places: [(Int, YearGroup)] = [(2026, .year6)],
        born: CalendarDate? = nil, year: Int = 2026, settings: SummativeSettings = .standard
    ) throws -> PupilFlight {
        let reference = Shipped.data
        let pupil = Pupil(id: 1, surname: "Bell", forename: "Amelia", dateOfBirth: born)
        return PupilFlight(
            pupil: pupil, year: try #require(SchoolYear(endYear: year)),
            places: try places.map {
                CohortPlace(pupilID: 1, year: try #require(SchoolYear(endYear: $0.0)), yearGroup: $0.1, className: nil)
            },
            rows: try rows.map { kind, group, year, facts in
                let columns = try reference.columns(of: kind, year: year, yearGroup: group, summative: settings)
                return (try #require(SchoolYear(endYear: year)), columns.anyRow(facts, earlier: [:]))
            }, calendar: reference.calendar)
    }

    private static func result(_ kind: AssessmentKind, _ group: YearGroup?, _ year: Int, _ facts: Facts) throws
        -> FlightResult
    {
        let results = try flight([(kind, group, year, facts)]).results
        #expect(results.count == 1)
        return try #require(results.first)
    }

    @Test(arguments: [
        ("99", "below"), ("100", "at"), ("109", "at"), ("110", "above"), ("97+", "at"), ("96+", "below"),
    ])
    func `A score of Key Stage 2 stands by 100 and 110, special consideration as in the school's measures`(
        score: String, standard: String
    ) throws {
        let result = try Self.result(.ks2, nil, 2026, ["reading.scaled": score])
        #expect(result.result == score)
        #expect(result.standard == standard)
        #expect(result.words.contains("special consideration") == score.hasSuffix("+"))
    }

    @Test(
        arguments: [
            ("A", nil, "Absent from the test or from one of its papers"),
            ("B", "below", "Working below the standard of the test"),
            ("L", nil, nil), ("M", nil, nil), ("N", "below", nil), ("U", nil, nil), ("AS", "at_or_above", nil),
            ("NS", "below", nil),
        ] as [(String, String?, String?)])
    func `Codes are said in words, and those that say nothing of the standard have no place`(
        code: String, standard: String?, words: String?
    ) throws {
        let result = try Self.result(.ks2, nil, 2026, ["mathematics.outcome": code])
        #expect(result.result == code)
        #expect(result.standard == standard)
        #expect(result.words != code)
        if let words { #expect(result.words == words) }
    }

    @Test(
        arguments: [
            (AssessmentKind.ks2, 2026, "writing.ta", "GDS", "above"), (.ks2, 2026, "writing.ta", "EXS", "at"),
            (.ks2, 2026, "writing.ta", "WTS", "below"), (.ks2, 2026, "writing.ta", "A", nil),
            (.ks2, 2026, "science.ta", "EXS", "at_or_above"), (.ks2, 2026, "science.ta", "HNM", "below"),
            (.ks2, 2026, "writing.ta", "L", nil), (.ks1, 2022, "reading.ta", "GDS", "above"),
            (.ks1, 2022, "mathematics.ta", "PK3", "below"), (.ks1, 2022, "reading.scaled", "112", "at_or_above"),
            (.ks1, 2022, "reading.scaled", "99", "below"), (.mtc, 2024, "mark", "25", nil),
            (.mtc, 2024, "mark", "A", nil),
        ] as [(AssessmentKind, Int, ColumnID, String, String?)])
    func `Every other result stands where its assessment knows a standard`(
        kind: AssessmentKind, year: Int, column: ColumnID, text: String, standard: String?
    ) throws {
        let result = try Self.result(kind, nil, year, [column: text])
        #expect(result.result == text)
        #expect(result.standard == standard)
    }

    @Test func `A check met has no higher standard, and a code of absence no place`() throws {
        let met = try Self.result(.phonics, .year1, 2024, ["y1.mark": "34"])
        #expect(met.subject == .reading)
        #expect(met.standard == "at_or_above")
        #expect(met.words.hasPrefix("Met the standard"))
        let notMet = try Self.result(.phonics, .year2, 2024, ["y2.mark": "12"])
        #expect(notMet.title == "Phonics check, Year 2")
        #expect(notMet.standard == "below")
        let absent = try Self.result(.phonics, .year1, 2024, ["y1.mark": "A"])
        #expect(absent.result == "A")
        #expect(absent.standard == nil)
        #expect(absent.words.contains("bsent"))
    }

    @Test func `The profile stands as a whole and by its goals in reading, writing and mathematics`() throws {
        var facts: Facts = [:]
        for goal in EarlyYearsGoals.all.prefix(17) { facts[goal.id] = goal.name == "E10" ? "1" : "2" }
        let flight = try Self.flight([(.eyfsp, nil, 2022, facts)], places: [(2022, .reception)], year: 2022)
        #expect(flight.subjects == [.reading, .writing, .mathematics, nil])
        func standard(_ subject: Subject?) -> String? { flight.results.first { $0.subject == subject }?.standard }
        #expect(standard(.reading) == "at_or_above")
        #expect(standard(.writing) == "below")
        #expect(standard(.mathematics) == "at_or_above")
        #expect(standard(nil) == "below")
        let whole = try #require(flight.results.first { $0.subject == nil })
        #expect(
            whole.words
                == "No good level of development; 16 of 17 goals at the expected level; emerging: E10 Writing")
        // when one goal is A, it is the code of all
        facts["e01"] = "A"
        let exempt = try Self.flight([(.eyfsp, nil, 2022, facts)])
        #expect(exempt.results.allSatisfy { $0.standard == nil })
        #expect(exempt.results.last?.result == "A")
    }

    @Test func `Judgements stand in the words of their term, on the scale of their meaning`() throws {
        var settings = SummativeSettings.standard
        let others = ["--", "-=", "=", "=+", "+", "++"].map { JudgementLabel(short: $0, words: "Words \($0)") }
        settings.labels = try settings.labels.changing(to: others, from: CalendarDate(year: 2026, month: 1, day: 1)!)
        let facts: Facts = ["autumn1.reading": "JA", "spring1.reading": "JA", "spring1.science": "SAB"]
        let flight = try Self.flight([(.summative, .year6, 2026, facts)], settings: settings)
        #expect(flight.results.map(\.result) == ["JA", "=", "++"])
        #expect(flight.results.map(\.standard) == ["at", "at", "above"])
        #expect(flight.results.map(\.judgement) == [.justAt, .justAt, .significantlyAbove])
        let line = try #require(flight.stages.last?.lines.first)
        #expect(line.judgements.map { $0?.result } == ["JA", nil, "=", nil, nil, nil])
    }

    @Test func `The years are Reception to Year 6 by the places, a repeated year twice, and results elsewhere stay`()
        throws
    {
        // given a pupil who was in Year 5 for two years
        let flight = try Self.flight(
            [(.ks1, nil, 2021 + 1, ["reading.ta": "EXS"])], places: [(2024, .year5), (2025, .year5), (2026, .year6)])
        // then
        #expect(
            flight.stages.map(\.yearGroup) == [
                .reception, .year1, .year2, .year3, .year4, .year5, .year5, .year6,
            ])
        #expect(flight.stages.first?.year.endYear == 2019)
        // The year group is told by the places, not by the assessment.
        #expect(flight.stages.first { !$0.lines.isEmpty }?.yearGroup == .year3)
        // when nothing but the birth date is known
        let born = CalendarDate(year: 2015, month: 5, day: 2)
        let young = try Self.flight([], places: [], born: born)
        #expect(young.stages.map(\.year.endYear) == [2020, 2021, 2022, 2023, 2024, 2025, 2026])
        #expect(
            young.stages.first?.notes == ["Early Years Foundation Stage Profile: Not held because of the pandemic."])
        // when nothing is known
        #expect(try Self.flight([], places: []).stages.isEmpty)
    }

    @Test func `Every result of random pupils is in the stages, the table and the JSON once`() throws {
        for (place, history) in Journeys.random(60, seed: 11).enumerated() {
            let cohort = try Journeys.cohort([history])
            let journey = try #require(cohort.journeys.first)
            let year = try #require(SchoolYear(endYear: 2029))
            let flight = PupilFlight(
                pupil: journey.pupil, year: year, places: [journey.place],
                rows: try journey.rows.filter { !$0.isEmpty }.map {
                    (try #require(SchoolYear(endYear: $0.columns.year)), $0)
                }, calendar: Shipped.data.calendar)
            // then
            let shown = flight.stages.flatMap { stage in
                stage.lines.flatMap { $0.judgements.compactMap(\.self) + $0.statutory }
            }
            #expect(Set(shown) == Set(flight.results), "\(place)")
            #expect(shown.count == flight.results.count)
            #expect(flight.table().count == flight.results.count + 1)
            let judged = AssessmentKind.summative.yearGroups.reduce(0) {
                $0 + (history[Journeys.key(.summative, $1)]?.count ?? 0)
            }
            #expect(flight.results.count { $0.judgement != nil } == judged)
            #expect(flight.results.allSatisfy { !$0.words.isEmpty && !$0.result.isEmpty })
            #expect(flight.text(title: "School").contains("Results over time: School"))
        }
    }
}
