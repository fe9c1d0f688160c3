public import Assessment

extension KeyStage2Outcomes {
    /// `report ks2-outcomes` as JSON: stable keys and order, percentages unrounded, `null` where there is nobody.
    ///
    /// A withheld area says `"withheld":true` and gives `null` for its figures.
    ///
    /// - Parameters:
    ///   - school: its number; nil for a total of several.
    ///   - national: figures to give beside each measure; nil gives none.
    public func json(school: DfENumber?, national: NationalFigures? = nil) -> JSONText {
        var json = JSONText()
        write(to: &json, school: school, national: national)
        return json
    }

    /// Appends the report as one object.
    public func write(to json: inout JSONText, school: DfENumber?, national: NationalFigures? = nil) {
        json.object { json in
            json.member("report", "ks2-outcomes")
            json.member("school", school?.description)
            json.member("year", year)
            json.member("group", group.id)
            json.member("cohort", cohort)
            json.member("not_recorded", notRecorded)
            if excluded > 0 { json.member("excluded", excluded) }
            if isPartlyWithheld { json.member("withheld", true) }
            json.object("subjects") { json in
                for area in KeyStage2Area.allCases {
                    json.object(area.rawValue) { json in
                        if let figures = self[area] {
                            write(figures, to: &json)
                        } else {
                            Self.writeWithheld(area, to: &json)
                        }
                        if let national { write(national, area, to: &json) }
                    }
                }
            }
            json.member("special_consideration", specialConsideration.rawValue)
            json.object("table") { json in
                for subject in [Subject.reading, .gps, .mathematics] {
                    json.member(subject.rawValue, tables[subject]?.description)
                }
            }
        }
    }

    private func write(_ figures: AreaOutcomes, to json: inout JSONText) {
        let area = figures.area
        json.member("eligible", figures.eligible)
        Self.write("expected", figures.expected, to: &json)
        if let higher = figures.higher { Self.write("higher", higher, to: &json) }
        if area.isTest {
            if let scores = figures.scores {
                json.object("average_scaled_score") { json in
                    json.member("value", scores.average)
                    json.member("pupils", scores.pupils)
                }
            } else {
                json.key("average_scaled_score")
                json.null()
            }
        }
        if area != .rwm {
            json.object("codes") { json in for (code, count) in codes(area) { json.member(code, count) } }
        }
        if area == .reading || area == .mathematics {
            json.object("teacher_assessments") { json in
                for (code, count) in teacherAssessments(area) { json.member(code, count) }
            }
        }
        if area.isTest {
            if let scores = figures.scores {
                json.object("ranges") { json in
                    for range in ScoreRange.all { json.member(range.description, scores.count(in: range)) }
                }
                json.member("near_misses", scores.nearMisses)
            } else {
                json.key("ranges")
                json.null()
                json.key("near_misses")
                json.null()
            }
        }
        json.object("left_out") { json in for (code, count) in leftOut(area) { json.member(code, count) } }
        json.member("not_recorded", figures.notRecorded)
        json.member("incomplete", figures.incomplete)
        json.member("awaiting_table", figures.awaitingTable)
    }

    private static func write(_ name: String, _ share: Share, to json: inout JSONText) {
        json.object(name) { json in
            json.member("count", share.count)
            json.member("percent", share.percent)
        }
    }

    private static func writeWithheld(_ area: KeyStage2Area, to json: inout JSONText) {
        json.member("withheld", true)
        json.key("eligible")
        json.null()
        json.key("expected")
        json.null()
        if area.hasHigherStandard {
            json.key("higher")
            json.null()
        }
        if area.isTest {
            json.key("average_scaled_score")
            json.null()
        }
    }

    private func write(_ national: NationalFigures, _ area: KeyStage2Area, to json: inout JSONText) {
        json.object("national") { json in
            for measure in area.headlineMeasures {
                json.key(measure.kind)
                guard let figure = national.figure(measure, group: group, year: year) else {
                    json.null()
                    continue
                }
                json.object { json in
                    json.member("value", figure.value)
                    json.member("year", figure.year)
                    json.member("group", figure.group)
                    json.member("basis", figure.basis.rawValue)
                    json.member("release", figure.release)
                }
            }
        }
    }
}

extension KeyStage2Area {
    /// The measures that stand at the head of a report and have national figures, in its order.
    public var headlineMeasures: [MeasureID] {
        var measures: [MeasureID] = [.expected(self)]
        if hasHigherStandard { measures.append(.higher(self)) }
        if isTest { measures.append(.averageScaledScore(self)) }
        return measures
    }
}
