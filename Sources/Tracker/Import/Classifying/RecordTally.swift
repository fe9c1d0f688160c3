import Assessment
import CommonTransferFile

/// Where the records with the same codes and year go, and how many there are. Looked up once a record, so it counts in place.
final class RecordTally {
    let route: CTFRoute
    let codes: CTFCodeTuple
    /// What they are judged with: worked out once and not for each record. nil where the route or the year names none; of phonics
    /// it depends on the pupil.
    let part: ResultPart?
    /// Component and qualifier, `MAT/NS`, by which the numbers of a test are told apart.
    let number: String
    /// Whether they stand under another stage than their codes belong to.
    let isUnderOtherStage: Bool
    /// Where the records of a pupil go who was in the year group of the other key stage; nil when the codes are nothing there.
    var otherStage: RecordTally?
    private(set) var count = 0
    /// Records with a value that the code table does not have.
    private(set) var unusual = 0
    /// The first of them.
    private(set) var example = ""

    init(_ route: CTFRoute, _ codes: CTFCodeTuple, year: Int?, isUnderOtherStage: Bool = false) {
        self.route = route
        self.codes = codes
        self.isUnderOtherStage = isUnderOtherStage
        number = "\(codes.component)/\(codes.qualifier)"
        part = year.flatMap(SchoolYear.init(endYear:)).flatMap { year in
            switch route {
            case .result(let kind, let column): ResultPart(YearGroupAssessment(kind), year: year, column: column)
            case .test(let subject):
                ResultPart(.ks2, year: year, column: ColumnID(rawValue: "\(subject.rawValue).outcome"))
            default: nil
            }
        }
    }

    func add(_ record: CTFRecord) {
        count += 1
        guard case .kept(_, let allowed?) = route, !allowed.contains(record.result) else { return }
        if unusual == 0 { example = "line \(record.line), “\(record.result.prefix(20))” for \(codes.title)" }
        unusual += 1
    }
}
