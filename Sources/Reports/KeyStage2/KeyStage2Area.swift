public import Assessment

/// What a figure of End of Key Stage 2 is about: one subject, or reading, writing and mathematics together.
public enum KeyStage2Area: String, Sendable, Hashable, CaseIterable, Codable {
    case reading
    case gps
    case mathematics
    case writing
    case science
    /// Reading, writing and mathematics combined.
    case rwm

    /// nil for reading, writing and mathematics combined.
    public var subject: Subject? { Subject(rawValue: rawValue) }

    public var title: String { subject?.title ?? "Reading, writing and mathematics" }

    /// Whether it is measured by a test, so that it has scaled scores.
    public var isTest: Bool {
        switch self {
        case .reading, .gps, .mathematics: true
        case .writing, .science, .rwm: false
        }
    }

    /// Whether there is a higher standard or greater depth; science has none.
    public var hasHigherStandard: Bool { self != .science }

    /// The subjects whose codes can stand behind a figure of it.
    var subjects: [Subject] { subject.map { [$0] } ?? [.reading, .writing, .mathematics] }

    /// Its place in the arrays that are kept by area.
    var index: Int {
        switch self {
        case .reading: 0
        case .gps: 1
        case .mathematics: 2
        case .writing: 3
        case .science: 4
        case .rwm: 5
        }
    }
}
