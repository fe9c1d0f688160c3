/// One result of one pupil, all nine fields as they came, without surrounding blanks; empty text for an absent field.
public struct CTFRecord: Sendable, Hashable {
    public var codes: CTFCodeTuple
    /// The calendar year in which the result was reached (the **end** of the school year), as it came.
    public var yearText: String
    public var result: String
    /// `YYYY-MM-DD` as it came; nil when the file has none.
    public var resultDate: String?
    /// The line of the file, from 1, on which the record begins; 0 for a record not read from a file.
    public var line: Int

    public init(codes: CTFCodeTuple, yearText: String, result: String, resultDate: String? = nil, line: Int = 0) {
        self.codes = codes
        self.yearText = yearText
        self.result = result
        self.resultDate = resultDate
        self.line = line
    }

    /// The year as a number; nil when it is not four digits.
    public var year: Int? {
        yearText.utf8.count == 4 && yearText.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? Int(yearText) : nil
    }

    public var locale: String { codes.locale }
    public var stage: String { codes.stage }
    public var subject: String { codes.subject }
    public var method: String { codes.method }
    public var component: String { codes.component }
    public var status: String { codes.status }
    public var qualifier: String { codes.qualifier }
}
