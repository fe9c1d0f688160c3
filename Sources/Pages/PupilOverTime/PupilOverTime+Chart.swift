import Assessment
import Reports

extension PupilOverTimeModel {
    /// The picture of the table.
    var chart: FlightChart {
        let stages = flight.stages
        let places = Dictionary(uniqueKeysWithValues: stages.enumerated().map { ($0.element.year, $0.offset) })
        return FlightChart(
            title: "Results of \(flight.pupil.displayName) from Reception to Year 6", description: description,
            stages: stages.map { .init(title: $0.yearGroup.title, year: $0.year.label) },
            strands: flight.subjects.map { subject in
                FlightChart.Strand(
                    title: subject?.shortTitle ?? PupilFlight.title(of: nil),
                    marks: flight.results.filter { $0.subject == subject }.compactMap { result in
                        places[result.year].map { Self.mark(result, $0) }
                    })
            })
    }

    private static func mark(_ result: FlightResult, _ stage: Int) -> FlightChart.Mark {
        func level(_ level: AttainmentLevel) -> Int { AttainmentLevel.allCases.firstIndex(of: level) ?? 0 }
        return FlightChart.Mark(
            stage: stage, term: result.term?.index,
            levels: result.levels.map { level($0.lowerBound)...level($0.upperBound) },
            position: result.judgement?.position, text: result.result,
            words: "\(result.title), \(result.year.label): \(result.words)")
    }

    /// The picture in words: subject by subject the first and last judgement and every statutory result.
    private var description: String {
        guard !flight.results.isEmpty else { return "No results yet." }
        return flight.subjects.map { subject in
            let results = flight.results.filter { $0.subject == subject }
            let judged = results.filter { $0.judgement != nil }
            var parts: [String] = []
            if let first = judged.first, let last = judged.last, let from = first.term, let to = last.term {
                parts.append(
                    judged.count == 1
                        ? "one judgement, \(first.words) in \(from.title) \(first.year.label)"
                        : "\(judged.count) judgements, from \(first.words) in \(from.title) \(first.year.label) to \(last.words) in \(to.title) \(last.year.label)"
                )
            }
            parts += results.filter { $0.term == nil }.map { result in
                let standard = result.standardInWords.map { ", \($0)" } ?? ""
                return "\(result.title) \(result.year.endYear) \(result.result)\(standard)"
            }
            return "\(PupilFlight.title(of: subject)): \(parts.joined(separator: "; "))."
        }.joined(separator: " ")
    }
}
