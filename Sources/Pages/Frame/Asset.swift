/// A style sheet, a script or a picture that the pages use.
public struct Asset: Sendable, Hashable {
    public let bytes: [UInt8]
    /// `text/css; charset=utf-8`
    public let contentType: String
    /// 16 hexadecimal digits that change when the content does (FNV-1a, 64 bits): a version, not a signature.
    public let hash: String

    init(bytes: [UInt8], contentType: String) {
        self.bytes = bytes
        self.contentType = contentType
        let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        self.hash = String(repeating: "0", count: 16 - digits.count) + digits
    }
}
