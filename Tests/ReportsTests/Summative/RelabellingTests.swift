import Assessment
import Foundation
import Reports
import Testing

/// A school's words are words: whatever they are and from when on, no figure depends on them.
@Suite struct RelabellingTests {
    private static func settings(_ random: inout SeededGenerator) throws -> SummativeSettings {
        var settings = SummativeSettings.standard
        for number in 1...3 {
            let day = try #require(
                CalendarDate(iso: "\(2021 + number * 2)-0\(Int.random(in: 1...9, using: &random))-14"))
            let labels = Judgement.allCases.map {
                JudgementLabel(
                    short: "\(number)\($0.position)\(Int.random(in: 0...999, using: &random))",
                    words: "Word \(number) of \($0.position)")
            }
            settings.labels = try settings.labels.changing(to: labels, from: day)
        }
        return settings
    }

    /// The JSON of a report without what headings say.
    private static func figures(_ bytes: [UInt8]) throws -> NSObject {
        func stripped(_ value: Any) -> Any {
            if let object = value as? [String: Any] {
                return object.filter { !["title", "words"].contains($0.key) }.mapValues(stripped)
            }
            if let array = value as? [Any] { return array.map(stripped) }
            return value
        }
        let json = try JSONSerialization.jsonObject(with: Data(bytes))
        return try #require(stripped(json) as? NSObject)
    }

    @Test(
        "the figures of matrix, progress and expectations are the same in any words",
        arguments: [UInt64(3), 29, 404])
    func relabelling(_ seed: UInt64) throws {
        // given
        var random = SeededGenerator(seed: seed)
        let settings = try Self.settings(&random)
        let histories = Journeys.random(50, seed: seed)
        let plain = try Journeys.cohort(histories)
        let renamed = try Journeys.cohort(histories, settings: settings)
        let year = try #require(SchoolYear(endYear: 2029))
        let points = MatrixPoint.all.shuffled(using: &random).prefix(8)
        // then
        for from in points {
            for to in points {
                let (from, to) = (MatrixSide(from), MatrixSide(to))
                let json = [plain, renamed].map { ConversionMatrix($0, from: from, to: to).json(school: nil).bytes }
                #expect(try Self.figures(json[0]) == Self.figures(json[1]), "\(from.id) to \(to.id)")
            }
        }
        for (from, to) in [(SummativeTerm.autumn1, SummativeTerm.summer2), (.spring2, .summer1)] {
            let progress = [plain, renamed].map {
                SummativeProgress($0, from: TermPoint(year: year, term: from), to: TermPoint(year: year, term: to))
                    .json(school: nil).bytes
            }
            #expect(progress[0] == progress[1])
        }
        let start = MatrixSide(.judgement(.year5, .summer2), .reading)
        let expectations = try [SummativeSettings.standard, settings].map { settings in
            try Expectations(
                start: start, outcome: MatrixSide(.keyStage2Test, .reading),
                past: [2029, 2030, 2031].map { year in
                    try Journeys.cohort(
                        Journeys.random(30, seed: seed &+ UInt64(year)), year: year, settings: settings)
                }, now: Journeys.cohort(histories, year: 2032, settings: settings)
            ).json(school: nil).bytes
        }
        #expect(try Self.figures(expectations[0]) == Self.figures(expectations[1]))
        // The words themselves are others, so that something was compared.
        #expect(expectations[0] != expectations[1])
    }
}
