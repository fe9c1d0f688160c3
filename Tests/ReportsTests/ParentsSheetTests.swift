import Assessment
import Reports
import Testing

/// What parents read.
struct ParentsSheetTests {
    private static func sheet(
        _ facts: Facts, others: [Facts] = [], isDraft: Bool = false, year: Int = 2026
    ) throws -> ParentsSheet {
        let records = try Cohorts.records([facts] + others, year: year)
        let school = Suppression().outcomes(of: Cohorts.cohort(records, year: year))
        return ParentsSheet(record: records[0], school: school, national: Shipped.data.national, isDraft: isDraft)
    }

    private static func reading(_ facts: Facts) throws -> ParentsResult {
        try #require(try sheet(facts).tests.first { $0.subject == .reading })
    }

    @Test(arguments: [
        ("80", "Did not meet the expected standard"), ("99", "Did not meet the expected standard"),
        ("100", "Met the expected standard"), ("109", "Met the expected standard"),
        ("110", "Met the expected standard, with a high score"),
        ("120", "Met the expected standard, with a high score"),
    ])
    func `A scaled score is said with what it means`(score: String, meaning: String) throws {
        let line = try Self.reading(["reading.scaled": score])
        #expect(line.result == score)
        #expect(line.meaning == meaning)
    }

    @Test func `Special consideration is never seen`() throws {
        let line = try Self.reading(["reading.scaled": "97+"])
        #expect(line.result == "97")
        #expect(line.meaning == "Did not meet the expected standard")
        let official = try Self.reading(["reading.scaled": "97+", "reading.outcome": "CA"])
        #expect(official == line)
        #expect(try Self.reading(["reading.outcome": "CA"]).meaning == "Met the expected standard")
        #expect(try Self.reading(["reading.outcome": "CN"]).meaning == "Did not meet the expected standard")
    }

    @Test(arguments: ["H", "Q"])
    func `Why a result was annulled is the school's to explain`(code: String) throws {
        let line = try Self.reading(["reading.outcome": code])
        #expect(line.result == nil)
        #expect(line.meaning == "The result was annulled. The school will explain it")
    }

    @Test func `Every code of every test is said in words, none as a letter`() throws {
        let columns = try #require(KeyStage2Columns(year: 2026, codes: Shipped.data.codes))
        for test in columns.tests {
            for code in test.outcome.codes {
                let sheet = try Self.sheet([test.outcome.id: code.code])
                let line = try #require(sheet.tests.first { $0.subject == test.subject })
                #expect(line.meaning.count > 5, "\(code.code)")
                #expect(!line.meaning.lowercased().contains("cheat"), "\(code.code)")
                #expect(!line.meaning.lowercased().contains("special consideration"), "\(code.code)")
            }
        }
    }

    @Test func `Marks without a table, a test not finished and nothing at all are told apart`() throws {
        #expect(try Self.reading(["reading.paper1": "38"]).result == "109")
        let mathematics = try #require(
            try Self.sheet(["mathematics.paper1": "20"]).tests.first { $0.subject == .mathematics })
        #expect(mathematics.meaning == "The score is not known yet")
        #expect(try Self.reading([:]).meaning == "No result yet")
        #expect(try Self.reading(["reading.ta": "PKS"]).meaning.isEmpty == false)
    }

    @Test func `Teacher assessment is there for writing and science, and for a tested subject only where it was made`()
        throws
    {
        let sheet = try Self.sheet(["writing.ta": "GDS"])
        #expect(sheet.teacherAssessments.map(\.subject) == [.writing, .science])
        #expect(sheet.teacherAssessments.map(\.meaning) == ["Working at greater depth", "Not recorded yet"])
    }

    @Test func `A draft has no test results even where they are in`() throws {
        let sheet = try Self.sheet(["reading.scaled": "104", "writing.ta": "EXS"], isDraft: true)
        #expect(sheet.tests.isEmpty)
        #expect(sheet.teacherAssessments.first?.meaning == "Working at the expected standard")
    }

    @Test func `School and national stand beside each result, the school's only where it tells of nobody`() throws {
        // given ten pupils, of whom seven met the standard
        let others: [Facts] = (0..<9).map { ["reading.scaled": $0 < 6 ? "105" : "95"] }
        // when
        let line = try #require(try Self.sheet(["reading.scaled": "100"], others: others).tests.first)
        // then
        #expect(line.school == "7 of 10 (70%)")
        #expect(line.national?.hasSuffix("% (2025)") == true)
        let few = try #require(try Self.sheet(["reading.scaled": "100"], others: Array(others.prefix(3))).tests.first)
        #expect(few.school == nil)
    }
}
