/// Why a piece of text is not the identifier it was given as.
public enum IdentifierError: Error, Hashable, Sendable {
    case dfeNumber(String)
    case urn(String)
    case upnForm(String)
    case upnCheckLetter(String, expected: Character)

    /// What is wrong and what to enter, in one sentence.
    public var message: String {
        switch self {
        case .dfeNumber(let text):
            "“\(text)” is not a DfE number. Enter a 3-digit local authority code and a 4-digit school number, like 820/9991."
        case .urn(let text):
            "“\(text)” is not a URN. A URN must be 6 digits, like 999991."
        case .upnForm(let text):
            "“\(text)” is not a UPN. A UPN must be 13 characters: a letter, then 11 digits, then a digit or (temporary UPN) a letter, like H801200001001."
        case .upnCheckLetter(let text, let expected):
            "The UPN “\(text)” has a wrong check letter: with these numbers it must begin with \(expected). Check it against the register."
        }
    }
}
