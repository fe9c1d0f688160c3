public import Assessment

/// Numbers of a test that can be a mark as well as a scaled score: the person is asked once for a supplier and year.
public struct ReadingQuestion: Sendable, Hashable {
    /// The program that wrote the file, as the file says.
    public var supplier: String
    public var year: SchoolYear
    public var subject: Subject
    /// The codes (`MAT/NS`) under which the numbers stand; the answer says of each what it is.
    public var codes: [String]
    /// Two numbers of one pupil, for the question.
    public var example: String
    /// How many pupils wait for the answer.
    public var pupils: Int

    public init(
        supplier: String, year: SchoolYear, subject: Subject, codes: [String], example: String, pupils: Int
    ) {
        self.supplier = supplier
        self.year = year
        self.subject = subject
        self.codes = codes
        self.example = example
        self.pupils = pupils
    }

    /// The question in words.
    public var message: String {
        "\(pupils) \(pupils == 1 ? "pupil has" : "pupils have") numbers in \(subject.inSentence) (such as \(example)) that can be a mark as well as a scaled score. Say which of \(codes.joined(separator: " and ")) is the scaled score; it is remembered for files of \(supplier.isEmpty ? "this supplier" : supplier) in \(year.label)."
    }
}
