import Assessment
import Pages
import Reports

/// The lists to choose from that the analyses over the years of pupils share.
enum AnalysisChoices {
    /// Every assessment that can stand on a side of a matrix; terms under their year group.
    static let points: [AnalysisForm.Option] = MatrixPoint.all.map { point in
        if case .judgement(let group, _) = point {
            return .init(point.id, point.title, family: "\(group.title), judgements")
        }
        return .init(point.id, point.title, family: "Statutory assessments")
    }

    /// The subjects of both key stages and those that the school judges.
    static func subjects(_ settings: SummativeSettings) -> [AnalysisForm.Option] {
        let subjects = Set([Subject.reading, .writing, .mathematics, .gps, .science] + settings.subjects)
        return Subject.summative.filter(subjects.contains).map { .init($0.rawValue, $0.title) }
    }

    /// Of whom an analysis is, within a sentence: `Year 6, 2025/26`, `Year 6, 2025/26, girls`.
    static func who(_ yearGroup: String, _ year: SchoolYear, _ group: GroupSelection) -> String {
        "\(yearGroup), \(year.label)" + (group == .all ? "" : ", \(group.title.lowercasedStart)")
    }

    /// - Parameter all: what no choice is called; nil where one must be chosen.
    static func yearGroups(all: String? = nil) -> [AnalysisForm.Option] {
        (all.map { [.init("", $0)] } ?? [])
            + AssessmentKind.summative.yearGroups.reversed().map { .init($0.rawValue, $0.title) }
    }

    /// The terms of a year and of the years before it, newest year first; `years` of them.
    static func terms(_ year: SchoolYear, years: Int = 7) -> [AnalysisForm.Option] {
        (0..<years).compactMap { year.advanced(by: -$0) }.flatMap { year in
            SummativeTerm.allCases.map { term in
                let point = TermPoint(year: year, term: term)
                return .init(point.id, point.title, family: year.label)
            }
        }
    }
}
