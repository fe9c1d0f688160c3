/// What a person may do in a school. Source: domain page of the workflow, section 3.
public enum Role: String, Sendable, Hashable, CaseIterable, Codable {
    case accountOwner = "account-owner"
    case accountAdmin = "account-admin"
    case fullEdit = "full-edit"
    case partialEdit = "partial-edit"
    case readOnly = "read-only"
    /// Governors: figures without names, small groups withheld.
    case anonymised

    public var title: String {
        switch self {
        case .accountOwner: "Account Owner"
        case .accountAdmin: "Account Admin"
        case .fullEdit: "Full Edit"
        case .partialEdit: "Partial Edit"
        case .readOnly: "Full Read-only"
        case .anonymised: "Anonymised Read-only"
        }
    }

    /// One line for the page where roles are given.
    public var explanation: String {
        switch self {
        case .accountOwner: "Everything, and hands the account on."
        case .accountAdmin: "Results, pupils, files, tables, settings, and users up to Full Edit."
        case .fullEdit: "Enters and edits results and pupils."
        case .partialEdit: "Reads everything; enters judgements of their own classes in the current year."
        case .readOnly: "Reads everything, changes nothing."
        case .anonymised: "Reads figures without names; small groups are withheld."
        }
    }

    private static let everything = Set(Permission.allCases)

    public var permissions: Set<Permission> {
        switch self {
        case .accountOwner, .accountAdmin: Self.everything
        case .fullEdit: [.viewReports, .viewPupils, .enterResults, .enterJudgements, .editPupils]
        case .partialEdit: [.viewReports, .viewPupils, .enterJudgements]
        case .readOnly: [.viewReports, .viewPupils]
        case .anonymised: [.viewReports]
        }
    }

    /// The roles that somebody with this role may give and take.
    public var grantable: [Role] {
        switch self {
        case .accountOwner: Role.allCases
        case .accountAdmin: [.fullEdit, .partialEdit, .readOnly, .anonymised]
        default: []
        }
    }
}
