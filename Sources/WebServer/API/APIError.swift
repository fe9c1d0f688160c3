/// The body of every refusal of the API.
struct APIError: Encodable {
    /// What is wrong and what to do.
    let message: String
    /// What the value could have been; only for refused values.
    var allowed: String?
    /// By form field, where there are fields.
    var fields: [String: String]?
}
