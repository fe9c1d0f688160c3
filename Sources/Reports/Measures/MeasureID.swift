/// The name of one number of the End of Key Stage 2 report, by which a page asks who is behind it.
///
/// Its ``id`` stands in addresses: `reading.expected`, `gps.code.A`, `mathematics.range.95-99`.
public enum MeasureID: Sendable, Hashable {
    case expected(KeyStage2Area)
    case higher(KeyStage2Area)
    case averageScaledScore(KeyStage2Area)
    /// Pupils with a code in place of a score, or with a teacher assessment.
    case code(KeyStage2Area, String)
    /// Pupils with a teacher assessment, also where a test stands beside it.
    case teacherAssessment(KeyStage2Area, String)
    case range(KeyStage2Area, ScoreRange)
    /// Pupils with one scaled score, as counted.
    case score(KeyStage2Area, Int)
    /// Pupils below the standard with 97, 98 or 99.
    case nearMisses(KeyStage2Area)
    case leftOut(KeyStage2Area)
    case notRecorded(KeyStage2Area)
    case incomplete(KeyStage2Area)
    case awaitingTable(KeyStage2Area)
    /// Pupils with nothing recorded at all.
    case nothingRecorded

    /// nil for ``nothingRecorded``.
    public var area: KeyStage2Area? {
        switch self {
        case .expected(let area), .higher(let area), .averageScaledScore(let area), .code(let area, _),
            .teacherAssessment(let area, _), .range(let area, _), .score(let area, _), .nearMisses(let area),
            .leftOut(let area),
            .notRecorded(let area), .incomplete(let area), .awaitingTable(let area):
            area
        case .nothingRecorded: nil
        }
    }

    /// What is counted, without the area: `expected`, `code.A`, `range.95-99`.
    public var kind: String {
        switch self {
        case .expected: "expected"
        case .higher: "higher"
        case .averageScaledScore: "average_scaled_score"
        case .code(_, let code): "code.\(code)"
        case .teacherAssessment(_, let code): "ta.\(code)"
        case .range(_, let range): "range.\(range)"
        case .score(_, let score): "score.\(score)"
        case .nearMisses: "near_misses"
        case .leftOut: "left_out"
        case .notRecorded: "not_recorded"
        case .incomplete: "incomplete"
        case .awaitingTable: "awaiting_table"
        case .nothingRecorded: "not_recorded"
        }
    }

    public var id: String { area.map { "\($0.rawValue).\(kind)" } ?? kind }

    /// Reads an ``id``; nil when it names no number of the report.
    public init?(id: String) {
        let parts = id.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        if parts == ["not_recorded"] {
            self = .nothingRecorded
            return
        }
        guard let area = parts.first.flatMap(KeyStage2Area.init(rawValue:)) else { return nil }
        switch Array(parts.dropFirst()) {
        case ["expected"]: self = .expected(area)
        case ["higher"] where area.hasHigherStandard: self = .higher(area)
        case ["average_scaled_score"] where area.isTest: self = .averageScaledScore(area)
        case ["near_misses"] where area.isTest: self = .nearMisses(area)
        case ["left_out"]: self = .leftOut(area)
        case ["not_recorded"]: self = .notRecorded(area)
        case ["incomplete"]: self = .incomplete(area)
        case ["awaiting_table"]: self = .awaitingTable(area)
        case let rest where rest.count == 2:
            switch rest[0] {
            case "code" where !rest[1].isEmpty && area != .rwm: self = .code(area, rest[1])
            case "ta" where !rest[1].isEmpty && area != .rwm && area != .gps: self = .teacherAssessment(area, rest[1])
            case "range" where area.isTest:
                guard let range = ScoreRange(rest[1]) else { return nil }
                self = .range(area, range)
            case "score" where area.isTest:
                guard let score = Int(rest[1]), ScoreFigures.scale.contains(score), "\(score)" == rest[1] else {
                    return nil
                }
                self = .score(area, score)
            default: return nil
            }
        default: return nil
        }
    }

    /// As a heading says it: `Reading: expected standard or above`.
    public var title: String {
        guard let area else { return "Nothing recorded yet" }
        let what =
            switch self {
            case .expected: "expected standard or above"
            case .higher: area == .writing ? "greater depth" : "higher standard"
            case .averageScaledScore: "average scaled score"
            case .code(_, let code): "code \(code)"
            case .teacherAssessment(_, let code): "teacher assessment \(code)"
            case .range(_, let range): "scaled score \(range)"
            case .score(_, let score): "scaled score \(score)"
            case .nearMisses: "scaled score 97 to 99, below the standard"
            case .leftOut: "left out by a code"
            case .notRecorded, .nothingRecorded: "not yet recorded"
            case .incomplete: "a paper missing"
            case .awaitingTable: "no conversion table yet"
            }
        return "\(area.title): \(what)"
    }
}
