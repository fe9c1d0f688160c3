/// The name of an element or attribute as the parser has it, without its prefix. Valid only inside the callback.
struct XMLName {
    /// Ends with NUL.
    let pointer: UnsafePointer<UInt8>

    static func == (name: XMLName, text: StaticString) -> Bool {
        let other = text.utf8Start
        for index in 0..<text.utf8CodeUnitCount where name.pointer[index] != other[index] {
            // A shorter name ends in a NUL here, which is in no text: nothing behind it is looked at.
            return false
        }
        return name.pointer[text.utf8CodeUnitCount] == 0
    }
}
