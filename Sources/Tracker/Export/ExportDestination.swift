public import Assessment

/// Who a file is for.
public enum ExportDestination: Sendable, Hashable {
    /// The school's own management information system.
    case ownSystem
    /// The Standards and Testing Agency: the teacher assessment of Key Stage 2 and nothing else.
    case standardsAgency
    /// The school's local authority.
    case localAuthority
    case school(DfENumber)

    /// Reads `mis`, `sta`, `la` or a DfE number.
    public init?(_ text: String) {
        switch text.lowercased() {
        case "mis": self = .ownSystem
        case "sta": self = .standardsAgency
        case "la": self = .localAuthority
        default:
            guard let number = try? DfENumber(text) else { return nil }
            self = .school(number)
        }
    }

    /// `mis`, `sta`, `la` or `820/9992`.
    public var text: String {
        switch self {
        case .ownSystem: "mis"
        case .standardsAgency: "sta"
        case .localAuthority: "la"
        case .school(let number): number.description
        }
    }

    /// The seven characters of a file's name: `8209992`, `NAALLLL` (the agency), `820LLLL` (an authority).
    ///
    /// - Parameter school: the number of the sending school.
    func code(from school: DfENumber) -> String {
        switch self {
        case .ownSystem: school.compact
        case .standardsAgency: "NAALLLL"
        case .localAuthority: "\(school.la)LLLL"
        case .school(let number): number.compact
        }
    }

    /// In a sentence: `the school’s own system`.
    public var inSentence: String {
        switch self {
        case .ownSystem: "the school’s own system"
        case .standardsAgency: "the Standards and Testing Agency"
        case .localAuthority: "the local authority"
        case .school(let number): "school \(number)"
        }
    }
}
