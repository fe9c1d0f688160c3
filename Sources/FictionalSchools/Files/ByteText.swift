/// Takes the next bytes of a file; what it throws comes out of the writing call.
public typealias ByteSink = ([UInt8]) throws -> Void

/// Text on its way into a file: appended as UTF-8 bytes, handed over in pieces of about 64 kB.
struct ByteText {
    private static let pieceSize = 65_536
    private let sink: ByteSink
    private var bytes: [UInt8] = []
    /// How many bytes have been appended, handed over or not.
    private(set) var count = 0

    init(_ sink: @escaping ByteSink) {
        self.sink = sink
        bytes.reserveCapacity(Self.pieceSize + 4_096)
    }

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
        count += text.utf8CodeUnitCount
    }

    mutating func append(_ text: String) {
        // Through the string's own storage: byte by byte it takes several times as long.
        var text = text
        text.withUTF8 { bytes.append(contentsOf: $0) }
        count += text.utf8.count
    }

    mutating func append(_ byte: UInt8) {
        bytes.append(byte)
        count += 1
    }

    /// Hands a full piece over; call between rows or elements.
    mutating func passOn() throws {
        guard bytes.count >= Self.pieceSize else { return }
        try finish()
    }

    /// Hands over what is still held back.
    mutating func finish() throws {
        guard !bytes.isEmpty else { return }
        try sink(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
