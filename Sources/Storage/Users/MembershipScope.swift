/// What a role holds for.
public enum MembershipScope: Sendable, Hashable {
    /// One school, by id.
    case school(Int64)
    /// Every school of a trust, by the trust's name.
    case trust(String)

    var name: String {
        switch self {
        case .school: "school"
        case .trust: "trust"
        }
    }

    var key: String {
        switch self {
        case .school(let id): "\(id)"
        case .trust(let name): name
        }
    }

    init(name: String, key: String) throws(StorageError) {
        switch name {
        case "trust": self = .trust(key)
        case "school":
            guard let id = Int64(key) else { throw .unreadable(field: "school of a role", text: key) }
            self = .school(id)
        default: throw .unreadable(field: "scope of a role", text: name)
        }
    }
}
