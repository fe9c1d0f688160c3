/// Why a Common Transfer File could not be written.
public enum CTFWriteError: Error, Sendable, Hashable {
    /// XML has no way to write this character, not even as a number.
    case forbiddenCharacter(field: String, codePoint: UInt32)
    /// The calls came in another order than `begin`, `write`, `finish`.
    case outOfOrder

    public var message: String {
        switch self {
        case .forbiddenCharacter(let field, let codePoint):
            "\(field) has a character (U+\(String(codePoint, radix: 16, uppercase: true))) that must be taken out."
        case .outOfOrder:
            "The file must be written in order: header, pupils, end."
        }
    }
}
