/// The stable name of a column of an assessment, such as `reading.paper1` or `writing.ta`; scripts and files rely on it.
public struct ColumnID: RawRepresentable, Hashable, Comparable, Sendable, Codable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }

    public var description: String { rawValue }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What is stored for one pupil, one assessment and one year: marks, codes, official scores and outcomes, teacher
/// assessments, each as its canonical text. Nothing in it is worked out.
public typealias Facts = [ColumnID: String]
