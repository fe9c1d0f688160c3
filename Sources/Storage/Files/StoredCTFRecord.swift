/// One assessment record of a Common Transfer File with its nine fields as they came (empty where the file had none).
public struct StoredCTFRecord: Sendable, Hashable {
    public var pupilID: Int64
    public var year: String
    public var stage: String
    public var subject: String
    public var method: String
    public var component: String
    /// ResultStatus.
    public var status: String
    /// ResultQualifier.
    public var qualifier: String
    public var locale: String
    public var result: String
    public var resultDate: String
    public var batchID: Int64?

    public init(
        pupilID: Int64, year: String, stage: String, subject: String, method: String, component: String,
        status: String, qualifier: String, locale: String, result: String, resultDate: String, batchID: Int64?
    ) {
        self.pupilID = pupilID
        self.year = year
        self.stage = stage
        self.subject = subject
        self.method = method
        self.component = component
        self.status = status
        self.qualifier = qualifier
        self.locale = locale
        self.result = result
        self.resultDate = resultDate
        self.batchID = batchID
    }
}
