import Assessment
import Reports
import Testing

@Suite struct TeacherAssessmentTests {
    @Test func `a teacher assessment beside a B is counted by its code and opens its pupil`() throws {
        // given
        let records = try Cohorts.records([
            ["reading.paper1": "B", "reading.ta": "PK4", "writing.ta": "PK3"],
            ["reading.paper1": "B", "reading.ta": "EM"],
            ["reading.paper1": "30", "writing.ta": "EXS"],
        ])

        // when
        let outcomes = KeyStage2Outcomes(year: 2026, records: records, tables: Shipped.data.tables)

        // then
        #expect(outcomes.teacherAssessments(.reading).map(\.code) == ["PK4", "EM"])
        #expect(outcomes[.reading]?.codes == ["B": 2])
        #expect(outcomes[.writing]?.teacherAssessments == ["PK3": 1, "EXS": 1])
        let measure = try #require(MeasureID(id: "reading.ta.PK4"))
        #expect(outcomes.share(measure)?.count == 1)
        #expect(outcomes.pupils(behind: measure)?.numerator == [1])
        #expect((outcomes + outcomes)[.reading]?.teacherAssessments == ["PK4": 2, "EM": 2])
    }
}
