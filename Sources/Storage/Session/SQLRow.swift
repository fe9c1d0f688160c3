/// One row of an answer; columns are read by position, from 0.
///
/// Every accessor throws ``StorageError/wrongType(column:expected:found:)`` when the stored value is of another type.
public struct SQLRow: Sendable, Hashable {
    /// The values in the order of the SELECT's columns. Engines overwrite it in place from row to row.
    public var values: [SQLValue]

    @inlinable
    public init(_ values: [SQLValue]) { self.values = values }

    /// The value at a position (which must exist).
    @inlinable
    public subscript(_ column: Int) -> SQLValue { values[column] }

    /// A whole number.
    @inlinable
    public func int(_ column: Int) throws(StorageError) -> Int64 {
        if case .int(let number) = values[column] { return number }
        throw wrongType(column, "a whole number")
    }

    /// A whole number, or nil for NULL.
    @inlinable
    public func optionalInt(_ column: Int) throws(StorageError) -> Int64? {
        switch values[column] {
        case .int(let number): return number
        case .null: return nil
        default: throw wrongType(column, "a whole number or NULL")
        }
    }

    /// Text.
    @inlinable
    public func text(_ column: Int) throws(StorageError) -> String {
        if case .text(let text) = values[column] { return text }
        throw wrongType(column, "text")
    }

    /// Text, or nil for NULL.
    @inlinable
    public func optionalText(_ column: Int) throws(StorageError) -> String? {
        switch values[column] {
        case .text(let text): return text
        case .null: return nil
        default: throw wrongType(column, "text or NULL")
        }
    }

    /// Bytes.
    @inlinable
    public func blob(_ column: Int) throws(StorageError) -> [UInt8] {
        if case .blob(let bytes) = values[column] { return bytes }
        throw wrongType(column, "bytes")
    }

    /// A truth value stored as 0 or 1.
    @inlinable
    public func bool(_ column: Int) throws(StorageError) -> Bool { try int(column) != 0 }

    /// A truth value stored as 0 or 1, or nil for NULL.
    @inlinable
    public func optionalBool(_ column: Int) throws(StorageError) -> Bool? { try optionalInt(column).map { $0 != 0 } }

    @usableFromInline
    func wrongType(_ column: Int, _ expected: String) -> StorageError {
        .wrongType(column: column, expected: expected, found: values[column].typeName)
    }
}
