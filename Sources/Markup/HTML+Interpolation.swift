extension HTML: ExpressibleByStringInterpolation {
    /// Markup without anything interpolated.
    public init(stringLiteral markup: String) {
        self.init(raw: markup)
    }

    /// Markup with interpolated values.
    public init(stringInterpolation: StringInterpolation) {
        self.init(rendered: stringInterpolation.bytes)
    }

    /// What may be interpolated into HTML, and what becomes of it.
    ///
    /// | Written | Becomes |
    /// |---|---|
    /// | `\(text)` | the text, escaped; nothing when it is nil |
    /// | `\(number)` | its digits |
    /// | `\(html)` | the piece as it is; nothing when it is nil |
    /// | `\(raw: markup)` | the markup as it is |
    /// | `\(url: address)` | the address, escaped; `about:blank` when its scheme could run a script |
    /// | `\(attribute: "title", text)` | ` title="..."`, with the leading space; nothing when the text is nil |
    /// | `\(flag: "checked", isOn)` | ` checked`, with the leading space, or nothing |
    /// | `\(json: text)` | JSON that cannot end the script element it stands in |
    public struct StringInterpolation: StringInterpolationProtocol {
        var bytes: [UInt8] = []

        /// Reserves room for the literal parts and a guess for the values.
        public init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        /// Markup between two values.
        public mutating func appendLiteral(_ literal: String) {
            bytes.append(contentsOf: literal.utf8)
        }

        /// Text, escaped.
        public mutating func appendInterpolation(_ text: String) {
            Escape.text(text, into: &bytes)
        }

        /// Text, escaped, or nothing.
        public mutating func appendInterpolation(_ text: String?) {
            if let text { Escape.text(text, into: &bytes) }
        }

        /// Text, escaped.
        public mutating func appendInterpolation(_ text: Substring) {
            Escape.text(String(text), into: &bytes)
        }

        /// A whole number in digits.
        public mutating func appendInterpolation(_ number: some BinaryInteger) {
            bytes.append(contentsOf: String(number).utf8)
        }

        /// A piece of HTML as it is.
        public mutating func appendInterpolation(_ piece: HTML) {
            bytes.append(contentsOf: piece.bytes)
        }

        /// A piece of HTML as it is, or nothing.
        public mutating func appendInterpolation(_ piece: HTML?) {
            if let piece { bytes.append(contentsOf: piece.bytes) }
        }

        /// Markup as it is. Never anything a person typed or a file brought.
        public mutating func appendInterpolation(raw markup: String) {
            bytes.append(contentsOf: markup.utf8)
        }

        /// An address for `href`, `src` or `action`. Relative addresses and the schemes http, https and mailto pass.
        public mutating func appendInterpolation(url address: String) {
            Escape.text(Escape.isHarmless(address: address) ? address : "about:blank", into: &bytes)
        }

        /// A whole attribute with its leading space, or nothing when there is no value.
        public mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
            guard let value else { return }
            appendName(name)
            bytes.append(contentsOf: "=\"".utf8)
            Escape.text(value, into: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }

        /// An attribute that is either there or not, with its leading space.
        public mutating func appendInterpolation(flag name: StaticString, _ isOn: Bool) {
            if isOn { appendName(name) }
        }

        /// JSON text for a `<script type="application/json">` block.
        public mutating func appendInterpolation(json text: String) {
            Escape.json(text, into: &bytes)
        }

        private mutating func appendName(_ name: StaticString) {
            bytes.append(UInt8(ascii: " "))
            bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        }
    }
}
