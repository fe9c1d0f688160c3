/// A data file that belongs to the program is missing or broken.
public enum ShippedDataError: Error, Hashable, Sendable {
    case missing(String)
    case malformed(file: String, line: Int)

    public var message: String {
        switch self {
        case .missing(let file):
            "The program's own data file \(file) is missing. Install the resource folders beside the program."
        case .malformed(let file, let line):
            "The program's own data file \(file) is broken at line \(line). Install the program again."
        }
    }
}
