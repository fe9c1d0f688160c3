/// One value that goes to or comes from a database engine.
///
/// Dates and times are ISO text, truth values are 0 and 1, so that both engines store the same.
public enum SQLValue: Sendable, Hashable {
    case null
    case int(Int64)
    case text(String)
    case blob([UInt8])

    /// The text, or NULL for nil.
    @inlinable
    public init(_ text: String?) {
        if let text { self = .text(text) } else { self = .null }
    }

    /// The whole number, or NULL for nil.
    @inlinable
    public init(_ number: Int64?) {
        if let number { self = .int(number) } else { self = .null }
    }

    /// The whole number, or NULL for nil.
    @inlinable
    public init(_ number: Int?) {
        if let number { self = .int(Int64(number)) } else { self = .null }
    }

    /// 1 for true, 0 for false, NULL for nil.
    @inlinable
    public init(_ flag: Bool?) {
        if let flag { self = .int(flag ? 1 : 0) } else { self = .null }
    }

    /// The name of the value's type as messages give it.
    var typeName: String {
        switch self {
        case .null: "NULL"
        case .int: "a whole number"
        case .text: "text"
        case .blob: "bytes"
        }
    }
}

extension SQLValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral {
    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int64) { self = .int(value) }
    public init(nilLiteral: ()) { self = .null }
}
