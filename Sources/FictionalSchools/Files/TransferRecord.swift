/// One result as a CTF carries it: locale ENG, status R.
struct TransferRecord {
    let stage: String
    /// The calendar year in which the result was reached.
    let year: Int
    let subject: String
    let method: String
    let component: String
    let qualifier: String
    let result: String

    init(_ stage: String, _ year: Int, _ codes: (String, String, String, String), _ result: String) {
        self.stage = stage
        self.year = year
        (subject, method, component, qualifier) = codes
        self.result = result
    }
}
