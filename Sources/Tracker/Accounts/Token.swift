import Crypto
import Foundation

/// Random secrets for sessions and one-time links. Only their SHA-256 is stored.
struct Token {
    /// 32 random bytes as 43 URL-safe characters.
    let text: String

    init() {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        text = Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing(
            "=", with: "")
    }

    /// The SHA-256 of a token, as 64 hexadecimal characters: what the tables hold.
    static func hash(_ text: String) -> String { hexadecimal(SHA256.hash(data: Data(text.utf8))) }

    /// Lower-case hexadecimal.
    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
