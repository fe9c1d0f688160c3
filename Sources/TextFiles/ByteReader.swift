import Foundation

/// Reads the bytes of a file, or of memory, in pieces of bounded size.
///
/// Not safe to use from two tasks at once. The file is closed when the reader goes away.
final class ByteReader {
    private let file: UnsafeMutablePointer<FILE>?
    private let path: String
    private let bytes: [UInt8]
    private var position = 0

    init(_ input: TextInput) throws(TextFileError) {
        switch input.origin {
        case .bytes(let bytes):
            self.file = nil
            self.path = ""
            self.bytes = bytes
        case .file(let path):
            guard let file = fopen(path, "rb") else { throw .cannotOpen(path: path) }
            self.file = file
            self.path = path
            self.bytes = []
        }
    }

    deinit {
        if let file { fclose(file) }
    }

    /// Replaces the content of `buffer` with the next at most `size` bytes; leaves it empty at the end.
    func read(into buffer: inout [UInt8], size: Int) throws(TextFileError) {
        guard let file else {
            let end = Swift.min(position + size, bytes.count)
            buffer.removeAll(keepingCapacity: true)
            buffer.append(contentsOf: bytes[position..<end])
            position = end
            return
        }
        if buffer.count != size { buffer = [UInt8](repeating: 0, count: size) }
        let count = buffer.withUnsafeMutableBytes { fread($0.baseAddress, 1, size, file) }
        // fread gives nothing and an error for a directory, which opens without complaint.
        if count < size, ferror(file) != 0 { throw .readFailed(path: path) }
        if count < size { buffer.removeLast(size - count) }
    }
}
