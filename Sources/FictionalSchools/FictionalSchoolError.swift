public import Assessment

/// Why fictional schools can't be made or written as asked.
public enum FictionalSchoolError: Error, Hashable, Sendable {
    case indexOutOfRange(Int, highest: Int)
    case yearOutOfRange(Int, years: ClosedRange<Int>)
    case formsOutOfRange(Int, forms: ClosedRange<Int>)
    case historyOutOfRange(Int, years: ClosedRange<Int>)
    case noSchools(Int)
    case noSize(Int)
    case yearNotInSchool(Int, years: ClosedRange<Int>)
    case identifier(IdentifierError)
    case fileNotMade(String)

    /// What is wrong and what to enter.
    public var message: String {
        switch self {
        case .indexOutOfRange(let index, let highest):
            "There is no fictional school \(index). The school must be 0 to \(highest)."
        case .yearOutOfRange(let year, let years):
            "Fictional results can’t be made for \(year). Enter the year in which the school year ends, \(years.lowerBound) to \(years.upperBound)."
        case .formsOutOfRange(let forms, let range):
            "A fictional school can’t have \(forms) forms in a year group. Enter \(range.lowerBound) to \(range.upperBound)."
        case .historyOutOfRange(let years, let range):
            "A fictional school can’t have \(years) years of results. Enter \(range.lowerBound) to \(range.upperBound)."
        case .noSchools(let count):
            "\(count) schools can’t be written. Enter 1 or more."
        case .noSize(let bytes):
            "A file of \(bytes) bytes can’t be written. Enter a size of 1 byte or more."
        case .yearNotInSchool(let year, let years):
            "The fictional school has no pupils in \(year). Enter a year from \(years.lowerBound) to \(years.upperBound)."
        case .identifier(let error):
            error.message
        case .fileNotMade(let path):
            "The file \(path) can’t be made. Check that the folder exists and that you may write to it."
        }
    }
}
