/// Where a result stands against the standard.
public enum AttainmentLevel: String, Sendable, Hashable, Comparable, CaseIterable, Codable {
    case below
    case expected
    case higher

    public static func < (left: Self, right: Self) -> Bool { left.order < right.order }

    private var order: Int {
        switch self {
        case .below: 0
        case .expected: 1
        case .higher: 2
        }
    }
}
