import Crypto
import Foundation

/// The SHA-256 of a file on disk, read in pieces.
enum FileDigest {
    /// - Returns: 64 hexadecimal characters.
    /// - Throws: ``TrackerError/file(_:)`` when the file can't be read.
    static func sha256(path: String) throws -> String {
        let handle = try FileReading.open(path: path)
        defer { try? handle.close() }
        var hash = SHA256()
        while true {
            guard let piece = try handle.read(upToCount: 1 << 18), !piece.isEmpty else { break }
            hash.update(data: piece)
        }
        return Token.hexadecimal(hash.finalize())
    }
}
