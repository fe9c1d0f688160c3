extension JSONText {
    /// A figure as a field of a table: as JSON writes it, empty where there is none.
    static func plain(_ value: Double?) -> String {
        guard let value else { return "" }
        var json = JSONText(reservingCapacity: 24)
        json.value(value)
        return json.text
    }
}
