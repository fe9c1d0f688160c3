/// The fields of the school form; the raw value is the name in the form.
public enum SchoolField: String, CaseIterable, Hashable, Sendable {
    case name
    case dfeNumber = "dfe-number"
    case urn
    /// DfE numbers the school had before, with commas between them.
    case formerDfENumbers = "former-dfe-numbers"
}
