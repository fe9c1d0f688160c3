import Foundation

/// Standard output and standard error, unbuffered and byte for byte.
enum Terminal {
    /// A line to standard output.
    static func out(_ line: String) { write(Array((line + "\n").utf8), to: .standardOutput) }

    /// A line to standard error.
    static func error(_ line: String) { write(Array((line + "\n").utf8), to: .standardError) }

    /// Bytes to standard output.
    static func out(_ bytes: [UInt8]) { write(bytes, to: .standardOutput) }

    private static func write(_ bytes: [UInt8], to handle: FileHandle) {
        // Nobody reads any more: there is nobody to tell.
        try? handle.write(contentsOf: Data(bytes))
    }
}
