import CryptoExtras
import Foundation

/// Passwords as scrypt strings: `scrypt$N$r$p$salt$key`, parameters in the text so that they can be raised later.
///
/// One hash takes some 16 MB and 50 ms; ``PasswordGate`` lets two run at a time.
struct PasswordHash {
    static let rounds = 1 << 14
    static let blockSize = 8
    static let parallelism = 1

    /// Hashes a new password with a random salt of 16 bytes.
    static func make(_ password: String) throws -> String {
        var generator = SystemRandomNumberGenerator()
        let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        let key = try derive(password, salt: salt, rounds: rounds, blockSize: blockSize, parallelism: parallelism)
        return
            "scrypt$\(rounds)$\(blockSize)$\(parallelism)$\(Data(salt).base64EncodedString())$\(Data(key).base64EncodedString())"
    }

    /// Whether a password belongs to a stored string; a string of another form belongs to none. Constant time in the key.
    static func verify(_ password: String, against stored: String) throws -> Bool {
        let parts = stored.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]), let blockSize = Int(parts[2]),
            let parallelism = Int(parts[3]), let salt = Data(base64Encoded: String(parts[4])),
            let expected = Data(base64Encoded: String(parts[5]))
        else { return false }
        let key = try derive(
            password, salt: [UInt8](salt), rounds: rounds, blockSize: blockSize, parallelism: parallelism)
        guard key.count == expected.count else { return false }
        return zip(key, expected).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func derive(_ password: String, salt: [UInt8], rounds: Int, blockSize: Int, parallelism: Int)
        throws -> [UInt8]
    {
        let key = try KDF.Scrypt.deriveKey(
            from: Data(password.utf8), salt: Data(salt), outputByteCount: 32, rounds: rounds, blockSize: blockSize,
            parallelism: parallelism)
        return key.withUnsafeBytes { [UInt8]($0) }
    }
}
