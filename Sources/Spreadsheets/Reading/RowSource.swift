import TextFiles

/// The rows of a file, read a piece at a time.
struct RowSource: ~Copyable {
    let delimiter: Delimiter
    private var chunks: TextChunks
    private var scanner: RowScanner
    private var buffer: [UInt8] = []
    private var ready: [RawRow]
    private var position = 0
    private var isAtEnd = false

    init(_ input: TextInput, facts: TextFacts, limits: SpreadsheetLimits, chunkSize: Int) throws(SpreadsheetError) {
        var head: [UInt8] = []
        let chunks: TextChunks
        do {
            var opened = try TextChunks(input, facts: facts, size: chunkSize)
            var piece: [UInt8] = []
            // The headings may be longer than one piece.
            while head.count < DelimiterDetector.window, try opened.next(into: &piece) {
                head.append(contentsOf: piece)
            }
            chunks = opened
        } catch {
            throw .unreadable(error)
        }
        let delimiter = DelimiterDetector.detect(head)
        var scanner = RowScanner(delimiter: delimiter, limits: limits)
        var ready: [RawRow] = []
        try scanner.scan(head, rows: &ready)
        self.chunks = chunks
        self.delimiter = delimiter
        self.scanner = scanner
        self.ready = ready
    }

    mutating func next() throws(SpreadsheetError) -> RawRow? {
        while position == ready.count {
            if isAtEnd { return nil }
            ready.removeAll(keepingCapacity: true)
            position = 0
            let hasMore: Bool
            do { hasMore = try chunks.next(into: &buffer) } catch { throw .unreadable(error) }
            if hasMore {
                try scanner.scan(buffer, rows: &ready)
            } else {
                isAtEnd = true
                try scanner.finish(rows: &ready)
            }
        }
        position += 1
        return ready[position - 1]
    }
}
