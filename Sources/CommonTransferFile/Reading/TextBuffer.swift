/// Bytes of element texts, gathered one behind the other and used again for the next pupil. The owner frees it.
struct TextBuffer {
    private var base = UnsafeMutablePointer<UInt8>.allocate(capacity: 4096)
    private var capacity = 4096
    private var count = 0
    private var start = 0

    func free() {
        base.deallocate()
    }

    /// Begins a new text.
    mutating func mark() {
        start = count
    }

    mutating func append(_ more: UnsafePointer<UInt8>, count length: Int) {
        if count + length > capacity { grow(to: count + length) }
        (base + count).update(from: more, count: length)
        count += length
    }

    mutating func clear() {
        count = 0
        start = 0
    }

    /// Where the text that began at the last mark stands, without the blanks around it.
    func trimmedRange() -> Range<Int> {
        var low = start
        var high = count
        while low < high {
            if Self.isBlank(base[low]) {
                low += 1
            } else if high - low >= 2, base[low] == 0xC2, base[low + 1] == 0xA0 {
                low += 2
            } else {
                break
            }
        }
        while low < high {
            if Self.isBlank(base[high - 1]) {
                high -= 1
            } else if high - low >= 2, base[high - 2] == 0xC2, base[high - 1] == 0xA0 {
                high -= 2
            } else {
                break
            }
        }
        return low..<high
    }

    /// The text that began at the last mark, trimmed and taken out of the buffer; nil when nothing is left.
    mutating func takeValue() -> String? {
        let range = trimmedRange()
        count = start
        return range.isEmpty ? nil : string(range)
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: bytes(range), as: UTF8.self)
    }

    /// Appends a text and a zero byte, which no XML text contains.
    func append(_ range: Range<Int>, to key: inout [UInt8]) {
        key.append(contentsOf: bytes(range))
        key.append(0)
    }

    private func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    }

    private mutating func grow(to needed: Int) {
        let larger = Swift.max(needed, capacity * 2)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.update(from: base, count: count)
        base.deallocate()
        base = moved
        capacity = larger
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
}
