/// Whether a byte is one of `0` to `9`; full-width and other Unicode digits are not.
@inlinable
public func isASCIIDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

/// The text without blanks at either end: spaces, tabs, line ends, non-breaking and other Unicode spaces.
public func trimBlanks(_ text: String) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
        let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
}
