/// Why the bytes of a file could not be taken as text.
public enum TextFileError: Error, Sendable, Hashable {
    case cannotOpen(path: String)
    case readFailed(path: String)
    /// The file holds no bytes, or nothing but a byte order mark.
    case empty
    case tooLarge(limit: Int)
    /// A NUL byte in a file that is not UTF-16: the file is damaged or not text.
    case nulByte(offset: Int)
    /// Neither UTF-8 nor UTF-16, and the byte has no character in Windows-1252.
    case unreadableByte(offset: Int, byte: UInt8)
    /// UTF-16 that ends half-way through a character or pairs surrogates wrongly.
    case brokenUTF16(offset: Int)
    /// The bytes are those of a well-known kind of file that is not text.
    case notText(kind: String)

    /// What went wrong and what to do, for the person who gave the file.
    public var message: String {
        switch self {
        case .cannotOpen(let path):
            "The file \(path) cannot be opened. Check that it exists and that you may read it."
        case .readFailed(let path):
            "Reading the file \(path) stopped before its end. Try again, or copy the file to this computer first."
        case .empty:
            "The selected file is empty. Export it again from where it came from."
        case .tooLarge(let limit):
            "The file must be smaller than \(limit / 1_048_576) MB. Export fewer pupils or years at a time."
        case .nulByte(let offset):
            "The file is damaged or is not a text file: byte \(offset + 1) is NUL. Export it again."
        case .unreadableByte(let offset, let byte):
            "The file must be text in UTF-8, UTF-16 or Windows-1252: byte \(offset + 1) (\(Self.hex(byte))) is none of these."
        case .brokenUTF16(let offset):
            "The file is damaged: it begins as UTF-16, but byte \(offset + 1) does not make a character. Export it again."
        case .notText(let kind):
            "The selected file is \(kind). It must be text: in a spreadsheet program, save it as CSV UTF-8."
        }
    }

    private static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "0\(digits)" : digits
    }
}
