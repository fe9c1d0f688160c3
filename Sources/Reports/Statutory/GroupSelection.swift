public import Assessment

/// The pupils that a report is about: all, one group, or two groups crossed, such as disadvantaged boys.
public struct GroupSelection: Sendable, Hashable, Identifiable {
    public let first: PupilGroup
    /// nil for a single group.
    public let second: PupilGroup?

    public static let all = GroupSelection(.all)

    public init(_ group: PupilGroup) {
        first = group
        second = nil
    }

    /// Two groups crossed: the pupils who are in both. Crossed with all pupils, or with itself, a group stays as it is.
    public init(_ first: PupilGroup, crossedWith second: PupilGroup) {
        let isSingle = first == .all || second == .all || first == second
        self.first = first == .all ? second : first
        self.second = isSingle ? nil : second
    }

    /// `girls`, `disadvantaged+boys`.
    public var id: String { second.map { "\(first.id)+\($0.id)" } ?? first.id }

    /// Reads an ``id``. A class or own group whose name has a `+` in it can stand alone or second.
    public init?(id: String) {
        if let group = PupilGroup(id: id), !Self.hasCross(id) {
            self.init(group)
            return
        }
        let parts = id.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let first = PupilGroup(id: parts[0]), let second = PupilGroup(id: parts[1]) else {
            return nil
        }
        self.init(first, crossedWith: second)
    }

    /// Whether a text that reads as one class or own group is two crossed: `class:6 Kestrel+girls`.
    private static func hasCross(_ id: String) -> Bool {
        guard let plus = id.firstIndex(of: "+") else { return false }
        return PupilGroup(id: String(id[id.index(after: plus)...])) != nil
    }

    /// `Girls`, `Disadvantaged, boys`.
    public var title: String {
        guard let second else { return first.title }
        return "\(first.title), \(second.title.prefix(1).lowercased())\(second.title.dropFirst())"
    }

    /// The groups of a menu with which a group can be crossed: all but those that share nobody with it by their nature, as boys
    /// and girls do.
    public static func crossings(of group: PupilGroup, in groups: [PupilGroup]) -> [PupilGroup] {
        guard group != .all else { return [] }
        return groups.filter { $0 != .all && $0 != group && Disclosure.families([group, $0]).count == 2 }
    }

    /// The group of which a national figure may stand beside it: a class or a school's own group is compared with all pupils, two
    /// groups crossed with none, because none is published.
    var comparedNationally: PupilGroup? {
        guard second == nil else { return nil }
        switch first {
        case .schoolClass, .own: return .all
        default: return first
        }
    }

    var groups: [PupilGroup] { [first] + (second.map { [$0] } ?? []) }
}
