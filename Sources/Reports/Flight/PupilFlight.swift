public import Assessment

/// Everything that was recorded of one pupil from Reception to Year 6: every statutory result and every judgement, in order of time.
public struct PupilFlight: Sendable {
    public let pupil: Pupil
    /// The calendar year in which the school year of the report ends: where the pupil stands now is of that year.
    public let year: SchoolYear
    /// Where the pupil is in that year; nil when in no year group then.
    public let place: CohortPlace?
    /// In the order of time; within a year statutory results last.
    public let results: [FlightResult]
    /// Oldest first: the years from Reception to Year 6, and others in which something is recorded. Years still to come are among
    /// them, empty.
    public let stages: [FlightStage]

    /// - Parameters:
    ///   - places: where the pupil was, in any order.
    ///   - rows: everything that is stored of the pupil, in any order.
    public init(
        pupil: Pupil, year: SchoolYear, places: [CohortPlace], rows: [(year: SchoolYear, row: any AssessmentRow)],
        calendar: AssessmentCalendar
    ) {
        self.pupil = pupil
        self.year = year
        place = places.first { $0.year == year }
        let results = rows.flatMap { FlightReading.results($0.row, $0.year) }.sorted { Self.key($0) < Self.key($1) }
        self.results = results
        let path = SchoolPath(places: places, dateOfBirth: pupil.dateOfBirth, rows: rows)
        stages = path.years(with: Set(results.map(\.year))).map { stage in
            let inYear = results.filter { $0.year == stage.year }
            return FlightStage(
                year: stage.year, yearGroup: stage.yearGroup, className: stage.className, lines: Self.lines(inYear),
                notes: Self.notes(stage.yearGroup, stage.year, inYear, calendar))
        }
    }

    /// The subjects of which something is recorded, the Early Years Foundation Stage Profile as a whole last.
    public var subjects: [Subject?] {
        var seen: Set<Subject?> = []
        return results.map(\.subject).filter { seen.insert($0).inserted }.sorted { Self.order($0) < Self.order($1) }
    }

    /// `Reading`, `All areas of learning`.
    public static func title(of subject: Subject?) -> String { subject?.title ?? "All areas of learning" }

    /// What was judged in a subject and term of a year.
    public func judgement(_ subject: Subject, _ term: SummativeTerm, in year: SchoolYear) -> FlightResult? {
        results.first { $0.year == year && $0.term == term && $0.subject == subject }
    }

    private static func order(_ subject: Subject?) -> Int {
        subject.map { Subject.summative.firstIndex(of: $0) ?? Subject.summative.count } ?? Subject.summative.count + 1
    }

    private static func key(_ result: FlightResult) -> (Int, Int, Int, Int) {
        (
            result.year.endYear, result.term?.index ?? SummativeTerm.allCases.count,
            AssessmentKind.allCases.firstIndex(of: result.assessment) ?? 0, order(result.subject)
        )
    }

    private static func lines(_ results: [FlightResult]) -> [FlightStage.Line] {
        Dictionary(grouping: results, by: \.subject).sorted { order($0.key) < order($1.key) }.map { subject, results in
            FlightStage.Line(
                subject: subject,
                judgements: SummativeTerm.allCases.map { term in results.first { $0.term == term } },
                statutory: results.filter { $0.term == nil })
        }
    }

    private static func notes(
        _ yearGroup: YearGroup, _ year: SchoolYear, _ results: [FlightResult], _ calendar: AssessmentCalendar
    ) -> [String] {
        AssessmentKind.statutory.filter { $0.yearGroup == yearGroup }.compactMap { kind in
            guard !results.contains(where: { $0.assessment == kind }),
                case .notHeld(let reason) = calendar.holding(of: kind, year: year.endYear)
            else { return nil }
            return "\(kind.title): \(reason)"
        }
    }
}
