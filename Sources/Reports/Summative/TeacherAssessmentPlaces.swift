import Assessment

/// The teacher assessment of a subject at the end of Key Stage 1 or 2.
struct TeacherAssessmentPlaces: MatrixPlaces {
    /// From the lowest up; other codes have no place on the scale.
    private static let scale = [
        "EM", "BLW", "PKF", "PKE", "PKG", "PK1", "PK2", "PK3", "PK4", "PK5", "PK6", "WTS", "EXS", "GDS",
    ]

    private let kind: AssessmentKind
    private let subject: Subject
    let usual: [MatrixCategory]
    let isTwoLevel: Bool
    private let categories: [String: MatrixCategory]

    init(_ kind: AssessmentKind, _ subject: Subject, _ journeys: [PupilJourney]) {
        self.kind = kind
        self.subject = subject
        var codes: [ResultCode] = []
        for journey in journeys {
            guard let row = journey.row(kind) as? KeyStageRow else { continue }
            codes = row.columns.teacherAssessment(subject)?.codes ?? []
            break
        }
        let isTwoLevel = Self.isTwoLevel(subject, codes)
        self.isTwoLevel = isTwoLevel
        var categories: [String: MatrixCategory] = [:]
        for code in codes where code.measure != .leftOut {
            categories[code.code] = Self.category(code.code, code.meaning, code.level ?? .below, isTwoLevel)
        }
        self.categories = categories
        let shown = subject == .science ? ["HNM", "EXS"] : ["WTS", "EXS", "GDS"]
        let fallback: [String: MatrixCategory] =
            codes.isEmpty
            ? Dictionary(
                uniqueKeysWithValues: shown.map { code in
                    let level: AttainmentLevel = code == "GDS" ? .higher : code == "EXS" ? .expected : .below
                    return (code, Self.category(code, nil, level, isTwoLevel))
                }) : [:]
        usual = shown.compactMap { categories[$0] ?? fallback[$0] }
    }

    /// Whether a subject's codes know no standard above the expected one.
    static func isTwoLevel(_ subject: Subject, _ codes: [ResultCode]) -> Bool {
        let known = Set(codes.map(\.code))
        return subject == .science || known.contains("EXS") && !known.contains("GDS")
    }

    /// Where a code stands against the standard; nil for those that say nothing of it.
    static func levels(_ code: String, _ level: AttainmentLevel, _ isTwoLevel: Bool) -> ClosedRange<AttainmentLevel>? {
        guard !["A", "D", "Q"].contains(code) else { return nil }
        return level...(isTwoLevel && level == .expected ? .higher : level)
    }

    var family: String { isTwoLevel ? "\(kind.rawValue).ta.met" : "\(kind.rawValue).ta" }

    private static func category(_ code: String, _ words: String?, _ level: AttainmentLevel, _ isTwoLevel: Bool)
        -> MatrixCategory
    {
        let levels = levels(code, level, isTwoLevel)
        let rank = code == "HNM" ? nil : scale.firstIndex(of: code)
        return MatrixCategory(
            id: code, title: code, words: words, levels: levels, rank: rank, order: levels == nil ? 1000 : rank ?? 0)
    }

    func placement(of journey: PupilJourney) -> MatrixAxis.Placement {
        guard let row = journey.row(kind) as? KeyStageRow else { return .missing(Self.nothing) }
        let standing = row.standing(ofTeacherAssessment: subject)
        guard case .counted(let level, let code?, _) = standing else { return missing(standing, row) }
        return .category(
            categories[code] ?? Self.category(code, words(code, row), level, isTwoLevel))
    }
}
