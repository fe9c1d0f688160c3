/// The program's own table of CTF codes is missing or broken.
public enum CTFCodesError: Error, Sendable, Hashable {
    case missing
    case malformed(line: Int)

    public var message: String {
        switch self {
        case .missing:
            "The program's own data file assessment_codes.csv is missing. Install the resource folders beside the program."
        case .malformed(let line):
            "The data file assessment_codes.csv is broken at line \(line)."
        }
    }
}
