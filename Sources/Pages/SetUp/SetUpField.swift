/// The fields of the set-up form; the raw value is the name in the form.
public enum SetUpField: String, CaseIterable, Hashable, Sendable {
    case schoolName = "school-name"
    case dfeNumber = "dfe-number"
    case urn
    case email
    case password
}
