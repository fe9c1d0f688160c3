/// Who asks: a signed-in person, or whoever runs the program beside its data.
public struct Caller: Sendable, Hashable {
    /// What a membership covers.
    public enum Scope: Sendable, Hashable {
        case school(Int64)
        case trust(String)
    }

    /// nil for the operator of the command line.
    public let userID: Int64?
    /// For the ledger and for "who is signed in".
    public let name: String
    public let email: String?
    public let roles: [Scope: Role]
    /// The classes that a role is limited to, where it is limited.
    public let classes: [Scope: [String]]
    /// Where what they do comes from.
    public let channel: Channel

    /// By which door a call came.
    public enum Channel: Sendable, Hashable {
        case page
        case api
        case command
    }

    public init(
        userID: Int64?, name: String, email: String?, roles: [Scope: Role], classes: [Scope: [String]] = [:],
        channel: Channel
    ) {
        self.userID = userID
        self.name = name
        self.email = email
        self.roles = roles
        self.classes = classes
        self.channel = channel
    }

    /// The operator: has the data in their hands already, so may do everything.
    public static let `operator` = Caller(userID: nil, name: "Command line", email: nil, roles: [:], channel: .command)

    var isOperator: Bool { userID == nil && channel == .command }
}

extension Caller {
    /// The same person by another door.
    public func by(_ channel: Channel) -> Caller {
        Caller(userID: userID, name: name, email: email, roles: roles, classes: classes, channel: channel)
    }
}
