/// A family background: the names, ethnicity codes and first languages that go together often enough to look true.
struct Background: Sendable {
    /// How many of 1,000 pupils in the country, roughly (DfE, *Schools, pupils and their characteristics*).
    let weight: Int
    let girls: [String]
    let boys: [String]
    let surnames: [String]
    /// DfE ethnicity codes; one that stands twice is twice as likely.
    let ethnicities: [String]
    /// DfE language codes of those who have another first language than English.
    let languages: [String]
    /// How many of these pupils have English as an additional language, 0 to 1.
    let additionalLanguage: Double

    /// Whether schools with many pupils learning English have many of these pupils.
    var isFromAbroad: Bool { additionalLanguage > 0.3 }
}
