/// A piece of HTML, complete and safe to send.
///
/// Written as a string literal: what stands in the literal is markup, what is interpolated is text and is escaped
/// (`&`, `<`, `>`, `"` and `'`, so that the same interpolation serves in element content and in a quoted attribute).
///
/// ```swift
/// let row: HTML = "<tr><th>\(pupil.displayName)</th><td title=\"\(reason)\">\(mark)</td></tr>"
/// ```
///
/// Text that is to be taken as markup has to say so with `\(raw:)`; another `HTML` value nests as it is. The interpolations
/// are listed in ``HTML/StringInterpolation``. The value holds UTF-8 bytes in one growing buffer: appending costs a copy of
/// the piece, reading ``bytes`` costs nothing.
public struct HTML: Sendable, Hashable {
    /// The markup as UTF-8.
    public private(set) var bytes: [UInt8]

    /// Nothing at all.
    public init() {
        bytes = []
    }

    /// An empty piece with room for `capacity` bytes, for a view that knows it will be large.
    public init(reservingCapacity capacity: Int) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// Text, escaped.
    public init(text: String) {
        bytes = []
        Escape.text(text, into: &bytes)
    }

    /// Markup taken as it is. Never give it anything a person typed or a file brought.
    public init(raw markup: String) {
        bytes = Array(markup.utf8)
    }

    /// Bytes that an earlier rendering made, as for a body kept in a cache.
    public init(rendered bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether there is nothing to send.
    public var isEmpty: Bool { bytes.isEmpty }

    /// The markup as a `String`; costs a validation of the bytes, so send ``bytes`` instead where that is possible.
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Adds a piece at the end.
    public mutating func append(_ piece: HTML) {
        bytes.append(contentsOf: piece.bytes)
    }

    /// Adds text at the end, escaped, without making a piece of it first.
    public mutating func append(text: String) {
        Escape.text(text, into: &bytes)
    }

    /// Adds markup that the program itself wrote, as it is.
    public mutating func append(raw markup: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
    }

    /// Adds a piece at the end.
    public static func += (left: inout HTML, right: HTML) {
        left.append(right)
    }

    /// One piece after the other.
    public static func + (left: HTML, right: HTML) -> HTML {
        var both = left
        both.append(right)
        return both
    }

    /// All pieces in order, with `separator` between two of them.
    public static func join(_ pieces: some Sequence<HTML>, separator: HTML = HTML()) -> HTML {
        var joined = HTML()
        var isFirst = true
        for piece in pieces {
            if !isFirst { joined.append(separator) }
            joined.append(piece)
            isFirst = false
        }
        return joined
    }
}

extension HTML: CustomStringConvertible {
    /// The markup itself.
    public var description: String { string }
}
