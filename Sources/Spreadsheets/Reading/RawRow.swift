/// A row as the scanner found it: bytes of all fields in one run, and where each ends.
struct RawRow {
    var line = 0
    var bytes: [UInt8] = []
    var ends: [Int] = []

    /// True when no field holds anything but blanks.
    var isBlank: Bool { isBlank(bytes[...]) { fields() } }

    /// Whether a field holds nothing but blanks, no-break and other spaces of Unicode included.
    func isBlank(_ index: Int) -> Bool {
        let field = bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
        return isBlank(field) { [fields()[index]] }
    }

    /// Decodes only where a byte does not settle it; an apostrophe may be a writer's, and no part of the value.
    private func isBlank(_ bytes: ArraySlice<UInt8>, texts: () -> [String]) -> Bool {
        if bytes.contains(where: { 0x20 < $0 && $0 < 0x7F && $0 != 0x27 }) { return false }
        return bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } || texts().allSatisfy { Blanks.trimmed($0).isEmpty }
    }

    func fields() -> [String] {
        bytes.withUnsafeBufferPointer { all in
            var start = 0
            return ends.map { end in
                defer { start = end }
                let text = String(decoding: UnsafeBufferPointer(rebasing: all[start..<end]), as: UTF8.self)
                // The apostrophe that a writer put before a formula is no part of the value.
                guard start < end, all[start] == 0x27, CSVFieldEncoder.isGuard(text) else { return text }
                return String(text.dropFirst())
            }
        }
    }
}
