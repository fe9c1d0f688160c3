/// The name of a Common Transfer File: `8209991_KS2_NAALLLL_001.xml`.
///
/// A name is a hint for people; what a file is, its content decides. On the way out the name must be exactly right.
public struct CTFFileName: Sendable, Hashable, CustomStringConvertible {
    /// Seven characters: the source's local authority code and establishment number, or `820LLLL` for an authority.
    public let source: String
    /// `CTF` transfer, `FSP` EYFSP, `PHO` phonics, `KS1`, `KS2`, `MTC` ...
    public let type: String
    /// As ``source``; `NAALLLL` for the Standards and Testing Agency, `XXXXXXX` for an unknown school.
    public let destination: String
    /// 1 to 999, counted for each destination.
    public let serial: Int

    /// - Returns: nil unless source and destination are seven digits or capitals, the type three, and the serial is 1 to 999.
    public init?(source: String, type: String, destination: String, serial: Int) {
        guard Self.isCode(source, count: 7), Self.isCode(type, count: 3), Self.isCode(destination, count: 7),
            1...999 ~= serial
        else { return nil }
        self.source = source
        self.type = type
        self.destination = destination
        self.serial = serial
    }

    /// Reads a file's name, with or without a path, in any case.
    ///
    /// Understands `name (1).xml` and `name - Copy.xml`, as browsers and desktops rename a second download.
    public init?(parsing path: String) {
        var name = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map { $0.uppercased() } ?? ""
        guard name.hasSuffix(".XML") else { return nil }
        name.removeLast(4)
        if let copy = name.firstRange(of: " - COPY") { name.removeSubrange(copy.lowerBound...) }
        if name.hasSuffix(")"), let open = name.lastIndex(of: "("),
            name[name.index(after: open)...].dropLast().allSatisfy(\.isNumber)
        {
            name.removeSubrange(open...)
        }
        while name.last == " " { name.removeLast() }
        let parts = name.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, parts[3].utf8.count == 3, let serial = Int(parts[3]) else { return nil }
        self.init(source: parts[0], type: parts[1], destination: parts[2], serial: serial)
    }

    /// The name as it must be written.
    public var text: String {
        let digits = String(serial)
        return "\(source)_\(type)_\(destination)_\(String(repeating: "0", count: 3 - digits.count))\(digits).xml"
    }

    public var description: String { text }

    private static func isCode(_ text: String, count: Int) -> Bool {
        text.utf8.count == count && text.utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 }
    }
}
