/// The attributes of an element, in libxml2's form: five pointers each (name, prefix, namespace, beginning and end of the value).
/// Valid only inside the callback.
struct XMLAttributes {
    let count: Int
    let pointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

    /// The bytes of an attribute's value; nil when it is absent.
    func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        guard let pointers else { return nil }
        for index in 0..<count {
            let base = index * 5
            guard let found = pointers[base], XMLName(pointer: found) == name, let start = pointers[base + 3],
                let end = pointers[base + 4]
            else { continue }
            return UnsafeBufferPointer(start: start, count: end - start)
        }
        return nil
    }

    /// The value as text; nil when the attribute is absent.
    subscript(_ name: StaticString) -> String? {
        guard let bytes = bytes(name) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        // libxml2 leaves an ampersand written this way as long as it replaces no entities.
        return text.contains("&#38;") ? text.replacing("&#38;", with: "&") : text
    }

    /// A whole number; nil when the attribute is absent or something else.
    func number(_ name: StaticString) -> Int? { self[name].flatMap { Int($0) } }

    /// `1` or `true`.
    func flag(_ name: StaticString) -> Bool { self[name].map { $0 == "1" || $0 == "true" } ?? false }
}
