import Assessment

/// Makes End of Key Stage 2 results of one year.
struct KeyStage2Maker: Sendable {
    let year: SchoolYear
    private let reading: TestShape
    private let gps: TestShape
    private let mathematics: TestShape

    init(year: SchoolYear, tables: ConversionTables) {
        self.year = year
        reading = TestShape(.reading, .reading, papers: [50], ease: [0], year: year.endYear, tables: tables)
        gps = TestShape(.gps, .gps, papers: [50, 20], ease: [-0.5, 0], year: year.endYear, tables: tables)
        mathematics = TestShape(
            .mathematics, .mathematics, papers: [40, 35, 35], ease: [1.6, 0.3, 0], year: year.endYear, tables: tables)
    }

    /// A pupil's results: all parts go with general attainment, each also a little its own way.
    func result(of made: MadePupil, _ draws: inout SplitMix64) -> FictionalKeyStage2 {
        if let leaving = made.pupil.leavingDate, let testWeek = CalendarDate(year: year.endYear, month: 5, day: 1),
            leaving < testWeek
        {
            return same("L", in: made)
        }
        if draws.happens(0.0008) { return same("F", in: made) }
        if draws.happens(0.0004) { return same("P", in: made) }
        if isJustArrived(made), draws.happens(0.75) { return justArrived(made, &draws) }

        let girl = made.pupil.sex == .female
        let isAway = draws.happens(0.004)
        let hasAllowance = draws.happens(0.006)
        func attainment(_ standards: Standards, _ draws: inout SplitMix64) -> Double {
            made.attainment + standards.spread * draws.bell() + (girl ? standards.girls : -standards.girls)
        }
        let canBeBelow = made.pupil.sen != SENProvision.none
        func test(_ shape: TestShape, _ draws: inout SplitMix64) -> (test: FictionalKeyStage2.Test, below: Double?) {
            let attainment = attainment(shape.standards, &draws)
            if canBeBelow, attainment < Standards.belowTest { return (.code("B", paper: 0), attainment) }
            if isAway || draws.happens(0.003) { return (.code("A", paper: draws.below(shape.papers.count)), nil) }
            if draws.happens(0.0012) { return (.code("U", paper: 0), nil) }
            if draws.happens(0.0008) { return (.code("M", paper: 0), nil) }
            return (sitting(shape, attainment, hasAllowance: hasAllowance, &draws), nil)
        }
        let reading = test(reading, &draws)
        let gps = test(gps, &draws)
        let mathematics = test(mathematics, &draws)
        let writing = writing(attainment(.writing, &draws), below: reading.below, &draws)
        let science = science(attainment(.science, &draws), writing: writing, &draws)
        return FictionalKeyStage2(
            pupilID: made.pupil.id, year: year, reading: reading.test, gps: gps.test, mathematics: mathematics.test,
            writing: writing, science: science, readingTeacherAssessment: reading.below.map(preKeyStage),
            mathematicsTeacherAssessment: mathematics.below.map(preKeyStage))
    }

    /// Who left before the tests, or takes them in another year, has one code everywhere.
    private func same(_ code: String, in made: MadePupil) -> FictionalKeyStage2 {
        FictionalKeyStage2(
            pupilID: made.pupil.id, year: year, reading: .code(code, paper: 0), gps: .code(code, paper: 0),
            mathematics: .code(code, paper: 0), writing: code, science: code, readingTeacherAssessment: nil,
            mathematicsTeacherAssessment: nil)
    }

    private func isJustArrived(_ made: MadePupil) -> Bool {
        guard made.isFromAbroad, let entry = made.pupil.entryDate else { return false }
        return year.contains(entry)
    }

    private func justArrived(_ made: MadePupil, _ draws: inout SplitMix64) -> FictionalKeyStage2 {
        FictionalKeyStage2(
            pupilID: made.pupil.id, year: year, reading: .code("J", paper: 0), gps: .code("J", paper: 0),
            mathematics: .code("J", paper: 0), writing: draws.pick(["PK4", "PK3", "A"]) ?? "A", science: "HNM",
            readingTeacherAssessment: nil, mathematicsTeacherAssessment: nil)
    }

    private func sitting(
        _ shape: TestShape, _ attainment: Double, hasAllowance: Bool, _ draws: inout SplitMix64
    ) -> FictionalKeyStage2.Test {
        let total = shape.total(attainment)
        let marks = shape.marks(total: total, &draws)
        let (score, outcome) = shape.reading(total)
        return .sat(
            FictionalKeyStage2.Sitting(
                marks: marks, scaledScore: score, hasSpecialConsideration: hasAllowance && score != nil,
                outcome: outcome))
    }

    private func writing(_ attainment: Double, below reading: Double?, _ draws: inout SplitMix64) -> String {
        if let reading { return preKeyStage(min(reading, attainment + 0.4)) }
        if draws.happens(0.002) { return "A" }
        let standards = Standards.writing
        return attainment >= standards.higher ? "GDS" : attainment >= standards.expected ? "EXS" : "WTS"
    }

    /// Those below the curriculum in writing have not met the standard of science.
    private func science(_ attainment: Double, writing: String, _ draws: inout SplitMix64) -> String {
        if writing.hasPrefix("PK") || writing == "EM" { return "HNM" }
        if draws.happens(0.001) { return "A" }
        return attainment >= Standards.science.expected ? "EXS" : "HNM"
    }

    /// The pre-key-stage standard of a pupil below the standard of the tests.
    private func preKeyStage(_ attainment: Double) -> String {
        let steps = ["PK6", "PK5", "PK4", "PK3", "PK2", "PK1"]
        let step = Int((Standards.belowTest - attainment) * 3.2)
        return steps.indices.contains(step) ? steps[step] : step < 0 ? "PK6" : year.endYear < 2022 ? "BLW" : "EM"
    }
}
