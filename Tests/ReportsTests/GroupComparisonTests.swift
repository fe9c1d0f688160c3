import Assessment
import Reports
import Testing

@Suite struct GroupComparisonTests {
    static func cohort() throws -> KeyStage2Cohort {
        // 20 pupils: 8 disadvantaged (3 meet), 12 not (9 meet); two classes; 4 in the choir
        var records: [KeyStage2Record] = []
        for place in 0..<20 {
            let pupil = Pupil(
                id: Int64(place), surname: "A", forename: "B", isFSM6: place < 8, groups: place < 4 ? ["Choir"] : [])
            let meets = place < 3 || place >= 11
            let facts: Facts = ["writing.ta": meets ? "EXS" : "WTS", "reading.scaled": "\(95 + place)"]
            let className = place.isMultiple(of: 2) ? "6 Kestrel" : "6 Merlin"
            records.append(try Cohorts.record(pupil, facts, className: className))
        }
        return Cohorts.cohort(records)
    }

    @Test func `a share over groups, with interval, gap and national figure`() throws {
        // when
        let comparison = GroupComparison(
            .expected(.writing), cohort: try Self.cohort(), national: Shipped.data.national)
        func row(_ group: PupilGroup) throws -> GroupComparison.Row {
            try #require(comparison.rows.first { $0.group == group })
        }
        // then
        #expect(try row(.all).figure?.share == Share(count: 12, of: 20))
        #expect(try row(.disadvantaged).figure?.share == Share(count: 3, of: 8))
        #expect(try row(.disadvantaged).isSmall)
        #expect(try !row(.notDisadvantaged).isSmall)
        #expect(try row(.disadvantaged).figure?.interval == WilsonInterval(count: 3, of: 8))
        // 75 - 37.5
        #expect(comparison.disadvantageGap?.points == 37.5)
        #expect(try row(.all).national?.year == 2025)
        #expect(try row(.schoolClass("6 Kestrel")).national?.group == "all")
        #expect(try row(.own("Choir")).figure?.pupils == 4)
        #expect(comparison.rows.first?.group == .all)
        #expect(!comparison.rows.contains { $0.group == .girls }, "nobody is recorded as a girl")
    }

    @Test func `an average over groups`() throws {
        let comparison = GroupComparison(.averageScaledScore(.reading), cohort: try Self.cohort())
        let all = try #require(comparison.rows.first?.figure)
        // 95 to 114: the middle
        #expect(all.average == 104.5)
        #expect(all.averageInWords == "104.5")
        #expect(all.share == nil)
        #expect(comparison.disadvantageGap == nil)
    }

    @Test func `national figures go by measure and group, and groups without one have none`() {
        let national = Shipped.data.national
        #expect(national.figure(.expected(.rwm), group: GroupSelection(.disadvantaged), year: 2025)?.value == 47)
        #expect(national.figure(.higher(.writing), group: GroupSelection(.all), year: 2025)?.value == 13)
        #expect(national.figure(.averageScaledScore(.gps), group: GroupSelection(.all), year: 2025)?.value == 105)
        #expect(national.figure(.expected(.rwm), group: GroupSelection(.eal), year: 2025) == nil)
        #expect(national.figure(.nearMisses(.reading), group: GroupSelection(.all), year: 2025) == nil)
        #expect(
            national.figure(.expected(.reading), group: GroupSelection(.schoolClass("6K")), year: 2026)?.year == 2025)
    }
}
