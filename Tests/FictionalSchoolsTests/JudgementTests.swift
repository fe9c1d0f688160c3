import Assessment
import FictionalSchools
import Testing

@Suite struct JudgementTests {
    private func school() throws -> FictionalSchool {
        try FictionalSchool.make(seed: 1, index: 3, history: 5, reference: Given.reference())
    }

    @Test func `every judgement passes the check and stands under the year group of its year`() throws {
        // given
        let school = try school()
        let reference = try Given.reference()
        for year in school.years {
            let places = Dictionary(
                uniqueKeysWithValues: try school.places(in: year).map { ($0.pupilID, $0.yearGroup) })
            let results = try school.results(of: .summative, in: year)
            // then
            #expect(results.count > places.count * 9 / 10)
            for result in results {
                #expect(places[result.pupilID] == result.yearGroup)
                let columns = try reference.columns(of: .summative, year: year, yearGroup: result.yearGroup)
                let row = columns.made([:], reference.tables)
                for (column, value) in result.values {
                    #expect(try row.check(value, in: column, source: .hand) == value)
                }
            }
        }
    }

    @Test func `judgements belong to the results of the same pupils, and are the same in every run`() throws {
        // given
        let school = try school()
        var met = [true: 0, false: 0]
        var all = [true: 0, false: 0]
        for year in school.years {
            let judged = Dictionary(
                uniqueKeysWithValues: try school.results(of: .summative, in: year).map { ($0.pupilID, $0.facts) })
            let reference = try Given.reference()
            guard let columns = try? reference.columns(of: .ks2, year: year) else { continue }
            for result in try school.results(of: .ks2, in: year) {
                guard let text = judged[result.pupilID]?["summer2.reading"], let judgement = Judgement(rawValue: text),
                    let row = columns.made(result.facts, reference.tables) as? KeyStageRow,
                    let level = row.standing(.reading, specialConsideration: true).level
                else { continue }
                all[judgement >= .justAt, default: 0] += 1
                if level >= .expected { met[judgement >= .justAt, default: 0] += 1 }
            }
        }
        // then
        let above = Double(met[true] ?? 0) / Double(max(all[true] ?? 0, 1))
        let below = Double(met[false] ?? 0) / Double(max(all[false] ?? 0, 1))
        #expect(above > 0.8)
        #expect(below < 0.5)
        let share = Double(all[true] ?? 0) / Double((all[true] ?? 0) + (all[false] ?? 0))
        #expect((0.6...0.9).contains(share))
        let again = try self.school()
        #expect(try school.results(of: .summative, in: 2026) == again.results(of: .summative, in: 2026))
    }
}
