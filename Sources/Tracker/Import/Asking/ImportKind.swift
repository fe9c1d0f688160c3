/// What a file was recognised as, by its content.
public enum ImportKind: String, Sendable, Hashable, Codable, CaseIterable {
    case ctf
    case results = "dfe-results"
    case roster
    case conversionTable = "conversion-table"

    /// As a page calls it.
    public var title: String {
        switch self {
        case .ctf: "Common Transfer File"
        case .results: "Results file"
        case .roster: "Pupil list"
        case .conversionTable: "Conversion table"
        }
    }
}
