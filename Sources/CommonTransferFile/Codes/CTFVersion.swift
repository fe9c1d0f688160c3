/// The version of the format that files of one school year have: data, a line a year.
public struct CTFVersion: Sendable, Hashable {
    /// What the element with a pupil's sex is called.
    public enum SexElement: String, Sendable, Hashable {
        case sex = "Sex"
        /// Up to version 23.
        case gender = "Gender"
    }

    static let fileName = "ctf_versions.csv"
    private static let headings = "end_year,version,sex_element"

    /// The calendar year in which the school year ends: 2026 is 2025/26.
    public let endYear: Int
    /// `25.0`
    public let text: String
    public let sexElement: SexElement

    public init(endYear: Int, text: String, sexElement: SexElement) {
        self.endYear = endYear
        self.text = text
        self.sexElement = sexElement
    }

    /// Reads the lines of the shipped file.
    static func read(csv: String) throws(CTFCodesError) -> [CTFVersion] {
        var versions: [CTFVersion] = []
        for (offset, line) in csv.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            if offset == 0 {
                guard line == headings else { throw .malformed(line: 1, file: fileName) }
            } else if !line.isEmpty {
                guard fields.count == 3, let endYear = Int(fields[0]), !fields[1].isEmpty,
                    let element = SexElement(rawValue: fields[2])
                else { throw .malformed(line: offset + 1, file: fileName) }
                versions.append(CTFVersion(endYear: endYear, text: fields[1], sexElement: element))
            }
        }
        return versions
    }
}
