import Assessment

/// Reads the fields of a form one by one and gathers what must be corrected.
struct FieldReader {
    let fields: [String: String]
    private(set) var problems: [FieldProblem] = []

    init(fields: [String: String]) { self.fields = fields }

    mutating func problem(_ field: String, _ message: String) { problems.append(FieldProblem(field, message)) }

    /// nil when blank.
    mutating func text(_ field: String) -> String? {
        let text = trimBlanks(fields[field] ?? "")
        if text.count > 128 {
            problem(field, "This must be 128 characters or fewer.")
            return nil
        }
        if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            problem(field, "This must not contain control characters.")
            return nil
        }
        return text.isEmpty ? nil : text
    }

    mutating func required(_ field: String, _ message: String) -> String {
        if let text = text(field) { return text }
        if !problems.contains(where: { $0.field == field }) { problem(field, message) }
        return ""
    }

    mutating func upn(_ field: String) -> UPN? {
        guard let text = text(field) else { return nil }
        do throws(IdentifierError) { return try UPN(text) } catch {
            problem(field, error.message)
            return nil
        }
    }

    mutating func upns(_ field: String) -> [UPN] {
        var upns: [UPN] = []
        for part in (fields[field] ?? "").split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" }) {
            do throws(IdentifierError) { upns.append(try UPN(String(part))) } catch { problem(field, error.message) }
        }
        return upns
    }

    mutating func date(_ field: String, _ name: String) -> CalendarDate? {
        guard let text = text(field) else { return nil }
        if let date = CalendarDate(iso: text) { return date }
        let parts = text.split(whereSeparator: { "/.-".contains($0) }).compactMap { Int($0) }
        if parts.count == 3, let date = CalendarDate(year: parts[2], month: parts[1], day: parts[0]) { return date }
        problem(field, "The \(name) must be a real date, like 2015-05-14 or 14/05/2015.")
        return nil
    }

    mutating func choice<Value>(_ field: String, _ message: String, _ read: (String) -> Value?) -> Value? {
        guard let text = text(field) else { return nil }
        if let value = read(text) { return value }
        problem(field, message)
        return nil
    }

    /// yes, no, or nil when blank.
    mutating func answer(_ field: String) -> Bool? {
        choice(field, "Choose yes, no or not recorded.") { text in
            switch text.lowercased() {
            case "yes", "y", "true": true
            case "no", "n", "false": false
            default: nil
            }
        }
    }
}
