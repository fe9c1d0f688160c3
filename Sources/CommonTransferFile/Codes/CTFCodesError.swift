/// The program's own table of CTF codes is missing or broken.
public enum CTFCodesError: Error, Sendable, Hashable {
    case missing(file: String)
    case malformed(line: Int, file: String = "assessment_codes.csv")

    public var message: String {
        switch self {
        case .missing(let file):
            "The program's own data file \(file) is missing. Install the resource folders beside the program."
        case .malformed(let line, let file):
            "The data file \(file) is broken at line \(line)."
        }
    }
}
