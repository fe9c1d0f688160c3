/// One file that went out, in the list of them.
public struct SentFileRow: Hashable, Sendable {
    /// `21 November 2026, 09:14`
    public var when: String
    public var person: String
    public var fileName: String
    /// `local authority 820`
    public var destination: String
    /// SHA-256 in hexadecimal digits.
    public var sha256: String
    public var pupils: Int
    public var records: Int
    /// How much was listed before it was made.
    public var findings: Int

    public init(
        when: String, person: String, fileName: String, destination: String, sha256: String, pupils: Int, records: Int,
        findings: Int
    ) {
        self.when = when
        self.person = person
        self.fileName = fileName
        self.destination = destination
        self.sha256 = sha256
        self.pupils = pupils
        self.records = records
        self.findings = findings
    }
}
