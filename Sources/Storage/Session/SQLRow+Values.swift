import Assessment

extension SQLRow {
    /// A stored text that must be a raw value of `Value`.
    func value<Value: RawRepresentable>(_ column: Int, _ field: String) throws -> Value
    where Value.RawValue == String {
        let text = try text(column)
        guard let value = Value(rawValue: text) else { throw StorageError.unreadable(field: field, text: text) }
        return value
    }

    /// A stored text that must be a raw value of `Value`, or nil for NULL.
    func optionalValue<Value: RawRepresentable>(_ column: Int, _ field: String) throws -> Value?
    where Value.RawValue == String {
        if case .null = self[column] { return nil }
        return try value(column, field) as Value
    }

    func date(_ column: Int) throws -> CalendarDate? {
        guard let text = try optionalText(column) else { return nil }
        guard let date = CalendarDate(iso: text) else { throw StorageError.unreadable(field: "date", text: text) }
        return date
    }

    func schoolYear(_ column: Int) throws -> SchoolYear {
        let number = try int(column)
        guard let year = Int(exactly: number).flatMap(SchoolYear.init(endYear:)) else {
            throw StorageError.unreadable(field: "school year", text: "\(number)")
        }
        return year
    }

    func optionalSchoolYear(_ column: Int) throws -> SchoolYear? {
        if case .null = self[column] { return nil }
        return try schoolYear(column)
    }

    func upn(_ column: Int) throws -> UPN? {
        guard let text = try optionalText(column) else { return nil }
        do { return try UPN(text) } catch { throw StorageError.unreadable(field: "UPN", text: text) }
    }

    func dfeNumber(_ column: Int) throws -> DfENumber {
        let text = try text(column)
        do { return try DfENumber(text) } catch { throw StorageError.unreadable(field: "DfE number", text: text) }
    }

    func urn(_ column: Int) throws -> URN? {
        guard let text = try optionalText(column) else { return nil }
        do { return try URN(text) } catch { throw StorageError.unreadable(field: "URN", text: text) }
    }
}
