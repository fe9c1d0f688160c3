import Storage

/// A statement's values in the form that libpq takes: text, except for bytes.
struct PostgresParameters {
    private var bytes: [CChar] = []
    private var offsets: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    /// - Throws: ``StorageError/engine(code:message:)`` for text with a NUL, which PostgreSQL cannot hold (and which would end
    ///   the C string early).
    init(_ values: [SQLValue]) throws(StorageError) {
        for value in values {
            let start = bytes.count
            switch value {
            case .null:
                offsets.append(nil)
                lengths.append(0)
                formats.append(0)
                continue
            case .int(let number): append("\(number)")
            case .text(let text):
                guard !text.utf8.contains(0) else {
                    throw .engine(code: "PostgreSQL 22021", message: "text must not contain a NUL character")
                }
                append(text)
            case .blob(let blob):
                bytes.append(contentsOf: blob.lazy.map { CChar(bitPattern: $0) })
                bytes.append(0)
            }
            offsets.append(start)
            lengths.append(Int32(truncatingIfNeeded: bytes.count - start - 1))
            if case .blob = value { formats.append(1) } else { formats.append(0) }
        }
    }

    /// Calls `body` with the number of values, pointers to them, their lengths and their formats.
    func with<Result>(
        _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Result
    ) -> Result {
        bytes.withUnsafeBufferPointer { buffer in
            let pointers = offsets.map { offset in
                offset.flatMap { offset in buffer.baseAddress.map { $0 + offset } }
            }
            return pointers.withUnsafeBufferPointer { pointers in
                lengths.withUnsafeBufferPointer { lengths in
                    formats.withUnsafeBufferPointer { formats in
                        body(
                            Int32(truncatingIfNeeded: pointers.count), pointers.baseAddress, lengths.baseAddress,
                            formats.baseAddress)
                    }
                }
            }
        }
    }

    private mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8.lazy.map { CChar(bitPattern: $0) })
        bytes.append(0)
    }
}
